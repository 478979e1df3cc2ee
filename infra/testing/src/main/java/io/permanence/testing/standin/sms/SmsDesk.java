package io.permanence.testing.standin.sms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.permanence.testing.standin.fault.Faults;
import io.permanence.testing.standin.inbox.Inbox;
import io.permanence.testing.standin.inbox.InboxMessage;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the gateway knows, and what becomes of a message. */
final class SmsDesk {
  /**
   * A fault with its manners.
   *
   * @param retryAfter for {@link SmsFault#BUSY}
   */
  record Failure(SmsFault fault, Duration retryAfter) {}

  /**
   * A message the gateway answers for.
   *
   * @param delivered what the receipt will say
   */
  record Accepted(String id, int parts, ObjectNode content, boolean delivered) {}

  /** What becomes of a message. */
  sealed interface Verdict {
    record Taken(Accepted message) implements Verdict {}

    record Again(Accepted message) implements Verdict {}

    record Unauthorized() implements Verdict {}

    record Refused(int status, String error, @Nullable String field, String detail)
        implements Verdict {}

    record Failed(Failure failure, Optional<Accepted> message) implements Verdict {}
  }

  private static final int REMEMBERED = 50_000;

  final Faults<Failure> faults = new Faults<>();
  final AtomicLong requests = new AtomicLong();

  private final SmsAccount account;
  private final Clock clock;
  private final Inbox inbox;
  private final Map<String, Accepted> byReference =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Accepted> eldest) {
          return size() > REMEMBERED;
        }
      };

  SmsDesk(SmsAccount account, Clock clock, Inbox inbox) {
    this.account = account;
    this.clock = clock;
    this.inbox = inbox;
  }

  synchronized Verdict send(@Nullable String authorization, Optional<ObjectNode> body) {
    requests.incrementAndGet();
    if (!account.admits(authorization)) {
      return new Verdict.Unauthorized();
    }
    if (body.isEmpty()) {
      return new Verdict.Refused(400, "invalid-body", null, "the body is one JSON object");
    }
    return SmsRules.wrong(body.get())
        .<Verdict>map(
            wrong -> new Verdict.Refused(400, "invalid-field", wrong.field(), wrong.detail()))
        .orElseGet(() -> sendSound(body.get()));
  }

  private Verdict sendSound(ObjectNode message) {
    var failure = faults.next(message.path("to").asText());
    SmsFault fault = failure.map(Failure::fault).orElse(null);
    if (fault != null && fault != SmsFault.UNDELIVERABLE && fault != SmsFault.CUT_AFTER_ACCEPTING) {
      return new Verdict.Failed(failure.get(), Optional.empty());
    }
    Accepted earlier = byReference.get(message.path("reference").asText());
    if (earlier != null && !earlier.content().equals(message)) {
      return new Verdict.Refused(
          409, "reference-used", "reference", "was used for another message");
    }
    Accepted accepted =
        earlier == null ? accept(message, fault != SmsFault.UNDELIVERABLE) : earlier;
    if (fault == SmsFault.CUT_AFTER_ACCEPTING) {
      return new Verdict.Failed(failure.get(), Optional.of(accepted));
    }
    return earlier == null ? new Verdict.Taken(accepted) : new Verdict.Again(accepted);
  }

  private Accepted accept(ObjectNode message, boolean delivered) {
    String text = message.path("text").asText();
    String reference = message.path("reference").asText();
    int parts = SmsParts.count(text);
    var accepted = new Accepted("sms-" + UUID.randomUUID(), parts, message, delivered);
    byReference.put(reference, accepted);
    if (delivered) {
      var data = new JsonObject().put("id", accepted.id()).put("reference", reference);
      inbox.add(
          InboxMessage.sms(
              clock.instant(),
              message.path("from").asText(),
              message.path("to").asText(),
              text,
              data.put("parts", parts)));
    }
    return accepted;
  }
}
