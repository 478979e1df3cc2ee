package io.permanence.push.sms;

import io.permanence.model.PhoneNumber;
import io.permanence.push.plan.Outcome;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/**
 * The reference driver: one POST a message, with the reference that makes a repeat harmless. An
 * answer without a body the gateway promised counts all the same: its status decides.
 */
public final class HttpGateway implements Gateway {
  private static final String UNAVAILABLE = "provider-unavailable";
  private static final String REFUSED = "provider-refused";
  private static final int CONNECT_MILLIS = 2_000;
  private static final long ANSWER_MILLIS = 7_000;

  private final WebClient client;
  private final SmsSettings settings;
  private final String address;

  /** Prepares the client; connects at the first message. */
  public HttpGateway(Vertx vertx, SmsSettings settings) {
    this.settings = settings;
    this.address = settings.gateway().toString().replaceAll("/$", "") + "/v1/messages";
    WebClientOptions options = new WebClientOptions().setFollowRedirects(false);
    options.setConnectTimeout(CONNECT_MILLIS).setMaxPoolSize(settings.atOnce());
    this.client = WebClient.create(vertx, options);
  }

  @Override
  public Future<Outcome> send(PhoneNumber to, String text, String reference) {
    return client
        .postAbs(address)
        .timeout(ANSWER_MILLIS)
        .bearerTokenAuthentication(settings.secret())
        .sendJsonObject(
            new JsonObject()
                .put("from", settings.from())
                .put("to", to.e164())
                .put("text", text)
                .put("reference", reference))
        .map(answer -> outcome(answer, reference))
        .recover(failure -> Future.succeededFuture(outcome(failure)));
  }

  private static Outcome outcome(HttpResponse<Buffer> answer, String reference) {
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return new Outcome.Accepted(field(answer, "id").orElse(reference));
    }
    if (status == 400 || status == 422) {
      return new Outcome.Failed(
          field(answer, "field").filter("to"::equals).isPresent() ? "address-refused" : REFUSED);
    }
    if (status == 409) {
      return new Outcome.Failed(REFUSED);
    }
    if (status == 404 || status == 410) {
      return new Outcome.Gone("address-gone");
    }
    return status == 502 || status == 504
        ? new Outcome.Unsure(UNAVAILABLE)
        : new Outcome.Retry(retryAfter(answer), UNAVAILABLE);
  }

  private static Outcome outcome(Throwable failure) {
    return failure instanceof ConnectException || failure instanceof UnknownHostException
        ? new Outcome.Retry(Optional.empty(), UNAVAILABLE)
        : new Outcome.Unsure(UNAVAILABLE);
  }

  private static Optional<String> field(HttpResponse<Buffer> answer, String name) {
    try {
      return Optional.ofNullable(answer.bodyAsJsonObject())
          .map(json -> json.getValue(name))
          .filter(String.class::isInstance)
          .map(String.class::cast);
    } catch (DecodeException | ClassCastException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> retryAfter(HttpResponse<Buffer> answer) {
    return Optional.ofNullable(answer.getHeader("Retry-After"))
        .filter(seconds -> seconds.matches("[0-9]{1,6}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
  }

  @Override
  public void close() {
    client.close();
  }
}
