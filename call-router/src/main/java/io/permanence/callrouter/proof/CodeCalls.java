package io.permanence.callrouter.proof;

import io.permanence.callrouter.ami.AmiCommand;
import io.permanence.callrouter.ami.AmiEvent;
import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.journal.OutgoingLegs;
import io.permanence.callrouter.journal.OutgoingLegs.Permit;
import io.permanence.callrouter.journal.Snapshots;
import io.permanence.model.line.LineSnapshot;
import io.permanence.runtime.secret.Sealer;
import io.permanence.store.Database;
import io.permanence.store.proof.NumberProof;
import io.permanence.store.proof.NumberProofs;
import io.permanence.store.proof.ProofCalls;
import io.permanence.store.proof.ProofCalls.Due;
import io.permanence.store.proof.ProofCalls.Outcome;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks codes. A code is spoken once: the row that says a node has begun comes before the
 * dialling, so that a crash in between costs the customer a new code and nobody a second call.
 */
public final class CodeCalls {
  private static final Logger log = LoggerFactory.getLogger(CodeCalls.class);
  private static final Duration RINGING = Duration.ofSeconds(30);
  private static final long LOOK_EVERY_MILLIS = 5_000;
  private static final Pattern CODE = Pattern.compile("[0-9]{6}");
  private static final String CHANNEL = "proof-";

  private final Vertx vertx;
  private final Database database;
  private final Clock clock;
  private final Sealer sealer;
  private final Snapshots snapshots;
  private final OutgoingLegs legs;
  private final Switchboard switchboard;
  private final CodeSounds sounds;
  private final Map<String, Due> dialled = new HashMap<>();
  private boolean looking;
  private long timer = -1;

  /** Where the sounds of a spoken code lie. */
  public interface CodeSounds {
    /** Whether every sound is there: before that no code is taken. */
    boolean ready();

    /** The sentence before the digits; empty while it is not there yet. */
    Optional<String> introduction(Locale language);

    /** The six digits, each a sound; empty while they are not there yet. */
    Optional<List<String>> digits(String code, Locale language);
  }

  /** Speaks for that store through that switchboard. */
  public CodeCalls(
      Vertx vertx,
      Database database,
      Clock clock,
      Sealer sealer,
      Snapshots snapshots,
      OutgoingLegs legs,
      Switchboard switchboard,
      CodeSounds sounds) {
    this.vertx = vertx;
    this.database = database;
    this.clock = clock;
    this.sealer = sealer;
    this.snapshots = snapshots;
    this.legs = legs;
    this.switchboard = switchboard;
    this.sounds = sounds;
  }

  /** Begins to look for codes to speak. */
  public void start() {
    timer = vertx.setPeriodic(LOOK_EVERY_MILLIS, ignored -> look());
    look();
  }

  /** Looks no more. */
  public void stop() {
    vertx.cancelTimer(timer);
  }

  /** A code may have been asked for. On the router's event loop. */
  public void look() {
    if (looking || !switchboard.connected() || !sounds.ready()) {
      return;
    }
    looking = true;
    database
        .acrossCustomers(tx -> ProofCalls.due(tx, clock.instant()))
        .onSuccess(due -> due.forEach(this::take))
        .onComplete(done -> looking = false);
  }

  private record Spoken(NumberProof proof, Locale language) {}

  private void take(Due due) {
    Instant now = clock.instant();
    database
        .inTransaction(
            due.customer(),
            tx ->
                ProofCalls.begin(tx, due, now)
                    .compose(
                        ours ->
                            ours
                                ? NumberProofs.find(tx, due.proof())
                                : Future.succeededFuture(Optional.<NumberProof>empty()))
                    .compose(
                        proof ->
                            ProofCalls.language(tx)
                                .map(language -> proof.map(it -> new Spoken(it, language)))))
        .onSuccess(proof -> proof.ifPresent(it -> dial(due, it, now)))
        .onFailure(failure -> log.warn("code {} was not taken: {}", due.proof(), why(failure)));
  }

  private static String why(Throwable failure) {
    return failure.getClass().getSimpleName();
  }

  private void dial(Due due, Spoken spoken, Instant now) {
    Optional<LineSnapshot> line = snapshots.anyOf(due.customer());
    Optional<Map<String, String>> words = words(spoken);
    if (line.isEmpty() || words.isEmpty()) {
      ended(due, Outcome.NOT_REACHED, "not-ready");
      return;
    }
    switch (legs.permitProof(due.proof(), line.get(), spoken.proof().number(), now)) {
      case Permit.Refused refused -> ended(due, Outcome.REFUSED, refused.why().wireName());
      case Permit.Granted granted -> originate(due, granted, words.get());
    }
  }

  private Optional<Map<String, String>> words(Spoken spoken) {
    NumberProof proof = spoken.proof();
    Optional<String> code =
        proof
            .code()
            .flatMap(hidden -> sealer.open(hidden, NumberProof.purpose(proof.id())))
            .filter(it -> CODE.matcher(it).matches());
    return code.flatMap(it -> sounds.digits(it, spoken.language()))
        .flatMap(
            digits ->
                sounds
                    .introduction(spoken.language())
                    .map(introduction -> variables(introduction, digits)));
  }

  private static Map<String, String> variables(String introduction, List<String> digits) {
    Map<String, String> variables = new HashMap<>();
    variables.put("PM_SOUND", introduction);
    for (int i = 0; i < digits.size(); i++) {
      variables.put("PM_DIGIT" + (i + 1), digits.get(i));
    }
    return variables;
  }

  private void originate(Due due, Permit.Granted granted, Map<String, String> words) {
    String channel = CHANNEL + due.proof();
    dialled.put(channel, due);
    Map<String, String> variables = new HashMap<>(words);
    variables.put("PM_CALL", due.proof().toString());
    variables.put("PM_ROLE", "proof");
    switchboard
        .originate(
            new AmiCommand.Originate(
                channel,
                new AmiCommand.Callee.Outside(granted.target()),
                "speak-code",
                RINGING,
                Optional.of(granted.shown().e164()),
                variables))
        .onFailure(failure -> over(channel, Outcome.NOT_REACHED, "asterisk-away"));
  }

  /** Takes an event of Asterisk in. */
  public void heard(AmiEvent event) {
    if (event instanceof AmiEvent.Originated originated) {
      over(
          originated.channelId(),
          originated.success() ? Outcome.ANSWERED : Outcome.NOT_REACHED,
          originated.success() ? "" : "not-reached");
    } else if (event instanceof AmiEvent.ChannelsListed) {
      look();
    }
  }

  private void over(String channel, Outcome outcome, String why) {
    Due due = dialled.remove(channel);
    if (due != null) {
      ended(due, outcome, why);
    }
  }

  private void ended(Due due, Outcome outcome, String why) {
    UUID proof = due.proof();
    database
        .inTransaction(due.customer(), tx -> ProofCalls.ended(tx, proof, outcome, why))
        .onFailure(failure -> log.warn("code {}: {} was not written", proof, outcome));
  }
}
