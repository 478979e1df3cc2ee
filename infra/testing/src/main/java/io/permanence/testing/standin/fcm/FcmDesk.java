package io.permanence.testing.standin.fcm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.permanence.testing.standin.fault.Faults;
import io.permanence.testing.standin.google.GoogleError;
import io.permanence.testing.standin.inbox.Inbox;
import io.permanence.testing.standin.inbox.InboxMessage;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the stand-in knows, and what becomes of a message. */
final class FcmDesk {
  /**
   * A fault with its manners.
   *
   * @param retryAfter for 429 and 503
   */
  record Failure(FcmFault fault, Duration retryAfter) {}

  /** What becomes of a message. */
  sealed interface Verdict {
    record Accepted(String name) implements Verdict {}

    record Refused(GoogleError error) implements Verdict {}

    record Failed(Failure failure) implements Verdict {}
  }

  final Bearers bearers = new Bearers();
  final PushTokens tokens = new PushTokens();
  final Faults<Failure> faults = new Faults<>();
  final AtomicLong requests = new AtomicLong();

  private final String project;
  private final Clock clock;
  private final Inbox inbox;
  private @Nullable ServiceAccount account;
  private String url = "";

  FcmDesk(String project, Clock clock, Inbox inbox) {
    this.project = project;
    this.clock = clock;
    this.inbox = inbox;
  }

  void opened(String url) {
    this.url = url;
  }

  /** Made at the first request, because its key takes a moment. */
  synchronized ServiceAccount serviceAccount() {
    if (account == null) {
      account = ServiceAccount.fresh(project, url + "/token");
    }
    return Objects.requireNonNull(account);
  }

  synchronized void keep(JsonNode keyFile) {
    account = ServiceAccount.of(keyFile, project, url + "/token");
  }

  Optional<String> exchange(String assertion) {
    Instant now = clock.instant();
    return serviceAccount().vouchesFor(assertion, now)
        ? Optional.of(bearers.issue(now))
        : Optional.empty();
  }

  Verdict send(String toProject, @Nullable String authorization, Optional<ObjectNode> body) {
    requests.incrementAndGet();
    Instant now = clock.instant();
    if (!bearers.admit(authorization, now)) {
      return new Verdict.Refused(GoogleError.unauthenticated());
    }
    if (!toProject.equals(project)) {
      return new Verdict.Refused(FcmFault.SENDER_ID_MISMATCH.error());
    }
    if (body.isEmpty()) {
      return new Verdict.Refused(GoogleError.invalidArgument("Invalid JSON payload received."));
    }
    return FcmRules.refusal(body.get())
        .<Verdict>map(Verdict.Refused::new)
        .orElseGet(() -> deliver(body.get(), now));
  }

  private Verdict deliver(ObjectNode request, Instant now) {
    JsonNode message = request.path("message");
    String token = FcmRules.address(message).orElse("");
    var failure = faults.next(token);
    if (failure.isPresent() && failure.get().fault() != FcmFault.CUT_AFTER_ACCEPTING) {
      return new Verdict.Failed(failure.get());
    }
    if (!token.isEmpty() && !tokens.knows(token)) {
      return new Verdict.Refused(FcmFault.UNREGISTERED.error());
    }
    if (!FcmRules.field(request, "validateOnly").asBoolean(false)) {
      inbox.add(shown(message, now));
    }
    return failure
        .<Verdict>map(Verdict.Failed::new)
        .orElseGet(
            () -> new Verdict.Accepted("projects/" + project + "/messages/" + UUID.randomUUID()));
  }

  private static InboxMessage shown(JsonNode message, Instant now) {
    String topic = message.path("topic").asText(message.path("condition").asText(""));
    String to = FcmRules.address(message).orElse(topic);
    JsonNode general = message.path("notification");
    JsonNode own = message.path("webpush").path("notification");
    String title = own.path("title").asText(general.path("title").asText(null));
    String text = own.path("body").asText(general.path("body").asText(""));
    return InboxMessage.push(now, to, title, text, new JsonObject(message.toString()));
  }
}
