package io.permanence.portal.http;

import io.permanence.identity.ActiveSession;
import io.permanence.identity.SessionHandler;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import io.permanence.runtime.http.Problem;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request that follows the contract.
 *
 * @param now taken once, when the request came
 */
public record Request(RoutingContext context, Fields body, Instant now) {
  private static final Pattern ETAG = Pattern.compile("\"([0-9]{1,9})\"");

  static Request of(RoutingContext context, @Nullable JsonObject body, Instant now) {
    return new Request(context, new Fields("", body == null ? new JsonObject() : body), now);
  }

  /** Whose session it is. */
  public ActiveSession session() {
    return SessionHandler.session(context).orElseThrow();
  }

  /** Who sent it. */
  public AccountId account() {
    return session().principal().accountId();
  }

  /** Whose data it is about. */
  public CustomerId customer() {
    return session().principal().customer().orElseThrow();
  }

  /** An id in the path. */
  public UUID id(String name) {
    return Fields.uuid(name, text(name));
  }

  /** A text in the path. */
  public String text(String name) {
    return context.pathParam(name);
  }

  /** A query parameter. */
  public Optional<String> query(String name) {
    return context.queryParam(name).stream().findFirst();
  }

  /** Whether a query parameter is there and says true. */
  public boolean flag(String name) {
    return query(name).map(Boolean::parseBoolean).orElse(false);
  }

  /** How many list entries are asked for; 50 when it is not said. */
  public int limit() {
    return query("limit").map(Integer::parseInt).orElse(50);
  }

  /**
   * The version the client last read; -1 for one that never was.
   *
   * @throws io.permanence.runtime.http.ProblemException 428 without If-Match
   */
  public int version() {
    @Nullable String header = context.request().getHeader("If-Match");
    if (header == null) {
      throw Problem.versionNeeded().exception();
    }
    Matcher matcher = ETAG.matcher(header.strip());
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
  }
}
