# Shared by the scripts a person types: finding a JDK, Maven and Node, saying what goes on.
# Sourced, never run.

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

say() { printf '%s\n' "$*" >&2; }
fail() {
  say "error: $*"
  exit 1
}

# Prints the major version of the JDK in a folder, or nothing.
jdk_version() {
  [[ -x "$1/bin/javac" ]] || return 0
  "$1/bin/javac" -version 2>&1 | sed -nE 's/^javac ([0-9]+).*/\1/p'
}

# Sets JAVA_HOME to the newest JDK of at least 21 found on the machine.
select_jdk() {
  local best= best_version=0 candidate version
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
    "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /nowhere/bin/javac)")")")"; do
    [[ -n "$candidate" ]] || continue
    version=$(jdk_version "$candidate")
    if [[ -n "$version" && "$version" -gt "$best_version" ]]; then
      best=$candidate
      best_version=$version
    fi
  done
  if [[ "$best_version" -lt 21 ]]; then
    fail "no JDK 21 or newer was found. Install one (Debian trixie: apt-get install openjdk-21-jdk-headless;
       bookworm: Temurin from adoptium.net) or point JAVA_HOME at it. Newest found: ${best_version/#0/none}."
  fi
  export JAVA_HOME=$best PATH="$best/bin:$PATH"
}

require_maven() {
  command -v mvn >/dev/null || fail "Maven is missing (Debian: apt-get install maven)."
}

require_node() {
  command -v node >/dev/null && command -v npm >/dev/null ||
    fail "Node 20.19 or newer with npm is missing (Debian: apt-get install nodejs npm)."
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
    fail "Node 20.19 or newer is needed; this is $(node --version)."
}

# True when a source file is newer than the stamp, or there is no stamp.
newer_than() {
  local stamp=$1
  [[ ! -f "$stamp" ]] && return 0
  [[ -n "$(cd "$project" && find pom.xml infra call-router customer-portal-api sync push \
    \( -name target -o -name node_modules -o -name dist -o -name decisions -o -name test \
       -o -name '*.md' -o -path infra/e2e -o -path infra/bench -o -path '*/src/contract' \) -prune \
    -o -type f -newer "$stamp" -print -quit)" ]]
}

# Builds the runnable jars when a source changed since the last time.
build_jars() {
  local stamp="$project/.run/built" log="$project/.run/log/build.log"
  mkdir -p "$project/.run/log"
  if ! newer_than "$stamp"; then
    return
  fi
  require_maven
  require_node
  local began=$SECONDS fresh
  say "building (the first time fetches the libraries; details in .run/log/build.log)"
  fresh=$(mktemp "$project/.run/built.XXXXXX")
  (cd "$project" && mvn -B -ntp -pl infra/app,infra/testing -am -DskipTests package) >"$log" 2>&1 &
  local build=$!
  while kill -0 "$build" 2>/dev/null; do
    sleep 2
    [[ -t 2 ]] && printf '\r  %3d s  %-60.60s' $((SECONDS - began)) \
      "$(grep -oE 'Building Permanence: [a-z ]+|web-build: [^ ]+: [a-z]+' "$log" | tail -n 1)" >&2
  done
  [[ -t 2 ]] && printf '\r%-76s\r' '' >&2
  if ! wait "$build"; then
    grep -E '^\[ERROR\]' "$log" | head -n 20 >&2 || tail -n 20 "$log" >&2
    rm -f "$fresh"
    fail "the build failed; see .run/log/build.log"
  fi
  mv "$fresh" "$stamp"
  say "built in $((SECONDS - began)) s"
}

testing_classpath() {
  printf '%s' "$project/infra/testing/target/permanence-testing.jar:$project/infra/testing/target/lib/*"
}
