package io.permanence.push.fcm;

import com.google.firebase.messaging.FirebaseMessagingException;
import com.google.firebase.messaging.MessagingErrorCode;
import io.permanence.push.plan.Outcome;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a refusal of FCM means for the delivery. */
final class FcmAnswer {
  private static final String UNAVAILABLE = "provider-unavailable";

  private FcmAnswer() {}

  static Outcome of(FirebaseMessagingException refused) {
    MessagingErrorCode code = refused.getMessagingErrorCode();
    if (code == null) {
      return withoutCode(refused);
    }
    return switch (code) {
      case UNREGISTERED -> new Outcome.Gone("address-gone");
      case SENDER_ID_MISMATCH -> new Outcome.Gone("address-refused");
      case INVALID_ARGUMENT -> new Outcome.Failed("address-refused");
      case QUOTA_EXCEEDED, UNAVAILABLE, INTERNAL, THIRD_PARTY_AUTH_ERROR ->
          new Outcome.Retry(retryAfter(refused), UNAVAILABLE);
    };
  }

  static Outcome unavailable(Duration retryAfter) {
    return new Outcome.Retry(Optional.of(retryAfter), UNAVAILABLE);
  }

  private static Outcome withoutCode(FirebaseMessagingException refused) {
    return refused.getHttpResponse() != null || neverLeft(refused)
        ? new Outcome.Retry(retryAfter(refused), UNAVAILABLE)
        : new Outcome.Unsure(UNAVAILABLE);
  }

  private static boolean neverLeft(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof HttpConnectTimeoutException
          || cause instanceof UnknownHostException) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Duration> retryAfter(FirebaseMessagingException refused) {
    return Optional.ofNullable(refused.getHttpResponse())
        .map(response -> response.getHeaders().get("retry-after"))
        .flatMap(FcmAnswer::seconds);
  }

  private static Optional<Duration> seconds(@Nullable Object header) {
    Object value =
        header instanceof Collection<?> values && !values.isEmpty()
            ? values.iterator().next()
            : header;
    return Optional.ofNullable(value)
        .map(Object::toString)
        .filter(text -> text.matches("[0-9]{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }
}
