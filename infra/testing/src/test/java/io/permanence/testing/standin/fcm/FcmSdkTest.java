package io.permanence.testing.standin.fcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.auth.oauth2.GoogleCredentials;
import com.google.firebase.ErrorCode;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.messaging.AndroidConfig;
import com.google.firebase.messaging.FirebaseMessaging;
import com.google.firebase.messaging.FirebaseMessagingException;
import com.google.firebase.messaging.Message;
import com.google.firebase.messaging.MessagingErrorCode;
import com.google.firebase.messaging.Notification;
import com.google.firebase.messaging.WebpushConfig;
import com.google.firebase.messaging.WebpushFcmOptions;
import com.google.firebase.messaging.WebpushNotification;
import io.permanence.testing.standin.Waiting;
import io.permanence.testing.standin.inbox.Channel;
import io.permanence.testing.standin.inbox.Inbox;
import io.permanence.testing.standin.inbox.InboxFilter;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stand-in against the SDK that the service uses, with a service account's key file. */
@ExtendWith(VertxExtension.class)
class FcmSdkTest {
  private static final String TOKEN = "demo-7c0f1a52-61f5-4f0e-9f05-0d3a4f1f2b11";

  private final Inbox inbox = new Inbox();
  private FcmStandIn fcm;
  private FirebaseApp app;
  private FirebaseMessaging messaging;

  @BeforeEach
  void start(Vertx vertx) {
    fcm = Waiting.on(FcmStandIn.start(vertx, 0, "demo", Clock.systemUTC(), inbox));
    app = app(fcm, fcm.serviceAccount());
    messaging = FirebaseMessaging.getInstance(app);
  }

  @AfterEach
  void stop() {
    app.delete();
    Waiting.on(fcm.close());
  }

  @Test
  void aWholeMessageIsAcceptedAndShownInTheInbox() throws FirebaseMessagingException {
    var message =
        to(TOKEN)
            .setNotification(
                Notification.builder().setTitle("Permanence").setBody("Nouveau message").build())
            .putData("note", "0198f0a2-0000-7000-8000-000000000001")
            .setAndroidConfig(
                AndroidConfig.builder()
                    .setTtl(Duration.ofSeconds(30).toMillis())
                    .setPriority(AndroidConfig.Priority.HIGH)
                    .setCollapseKey("note")
                    .build())
            .setWebpushConfig(
                WebpushConfig.builder()
                    .putHeader("TTL", "30")
                    .putHeader("Urgency", "high")
                    .setNotification(new WebpushNotification("Permanence", "Nouveau message"))
                    .setFcmOptions(WebpushFcmOptions.withLink("https://app.example/notes"))
                    .build())
            .build();

    assertThat(messaging.send(message)).startsWith("projects/demo/messages/");
    assertThat(inbox.find(InboxFilter.ALL))
        .singleElement()
        .satisfies(
            shown -> {
              assertThat(shown.channel()).isEqualTo(Channel.PUSH);
              assertThat(shown.to()).isEqualTo(TOKEN);
              assertThat(shown.subject()).isEqualTo("Permanence");
              assertThat(shown.text()).isEqualTo("Nouveau message");
              assertThat(data(shown.data())).containsOnlyKeys("note");
            });
  }

  @Test
  void anInstallationIdIsAnAddressLikeAToken() throws FirebaseMessagingException {
    fcm.register("cGDx0j1kR2mXo5yZ9a8bQw");

    messaging.send(Message.builder().setFid("cGDx0j1kR2mXo5yZ9a8bQw").putData("note", "1").build());

    assertThat(inbox.find(InboxFilter.to(Channel.PUSH, "cGDx0j1kR2mXo5yZ9a8bQw"))).hasSize(1);
  }

  @Test
  void whoHoldsTheKeyFileOfAnEarlierRunIsStillKnown(Vertx vertx, @TempDir Path folder)
      throws FirebaseMessagingException {
    Path keyFile = folder.resolve("account.json");
    write(keyFile, fcm.serviceAccount());
    var restarted = Waiting.on(FcmStandIn.start(vertx, 0, "demo", Clock.systemUTC(), inbox));
    restarted.keepServiceAccount(keyFile);
    FirebaseApp holder = app(restarted, fcm.serviceAccount());

    assertThat(FirebaseMessaging.getInstance(holder).send(note(TOKEN))).isNotEmpty();
    holder.delete();
    Waiting.on(restarted.close());
  }

  @Test
  void aDryRunIsCheckedButNotDelivered() throws FirebaseMessagingException {
    assertThat(messaging.send(note(TOKEN), true)).startsWith("projects/demo/messages/");
    assertThat(inbox.find(InboxFilter.ALL)).isEmpty();
  }

  @Test
  void aTokenThatNobodyRegisteredIsUnregistered() throws FirebaseMessagingException {
    assertThat(refusal("abc:def").getMessagingErrorCode())
        .isEqualTo(MessagingErrorCode.UNREGISTERED);

    fcm.register("abc:def");
    assertThat(messaging.send(note("abc:def"))).isNotEmpty();
  }

  @Test
  void aRemovedDemoTokenIsUnregistered() {
    fcm.remove(TOKEN);

    var refused = refusal(TOKEN);
    assertThat(refused.getMessagingErrorCode()).isEqualTo(MessagingErrorCode.UNREGISTERED);
    assertThat(refused.getErrorCode()).isEqualTo(ErrorCode.NOT_FOUND);
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID_ARGUMENT, INVALID_ARGUMENT",
    "SENDER_ID_MISMATCH, SENDER_ID_MISMATCH",
    "QUOTA_EXCEEDED, QUOTA_EXCEEDED",
    "INTERNAL, INTERNAL"
  })
  void aFaultMeetsOneMessageUnderTheCodeThatTheSdkKnows(FcmFault fault, MessagingErrorCode code)
      throws FirebaseMessagingException {
    fcm.fail(TOKEN, fault);

    assertThat(refusal(TOKEN).getMessagingErrorCode()).isEqualTo(code);
    assertThat(messaging.send(note(TOKEN))).isNotEmpty();
  }

  @Test
  void anExceededQuotaSaysWhenToComeBack() {
    fcm.fail(TOKEN, FcmFault.QUOTA_EXCEEDED, 1, Duration.ofSeconds(7));

    assertThat(refusal(TOKEN).getHttpResponse().getHeaders().get("retry-after"))
        .isEqualTo(List.of("7"));
  }

  @Test
  void theSdkItselfComesBackAfterAShortOutage() throws FirebaseMessagingException {
    fcm.fail(TOKEN, FcmFault.UNAVAILABLE, 1, Duration.ofSeconds(1));

    assertThat(messaging.send(note(TOKEN))).isNotEmpty();
    assertThat(fcm.requests()).isEqualTo(2);
  }

  @Test
  void aReservedDataKeyIsRefused() {
    var message = to(TOKEN).putData("from", "x").build();

    assertThat(refusal(message).getMessagingErrorCode())
        .isEqualTo(MessagingErrorCode.INVALID_ARGUMENT);
  }

  @Test
  void aMessageOverFourKilobytesIsRefused() throws FirebaseMessagingException {
    assertThat(messaging.send(to(TOKEN).putData("k", "x".repeat(4_095)).build())).isNotEmpty();
    assertThat(refusal(to(TOKEN).putData("k", "x".repeat(4_096)).build()))
        .hasMessageContaining("too big");
  }

  /** The SDK with that key file, but always asking that stand-in for its tokens. */
  private static FirebaseApp app(FcmStandIn fcm, JsonObject account) {
    JsonObject here = account.copy().put("token_uri", fcm.url() + "/token");
    try {
      return FirebaseApp.initializeApp(
          FirebaseOptions.builder()
              .setCredentials(
                  GoogleCredentials.fromStream(
                      new ByteArrayInputStream(here.toBuffer().getBytes())))
              .setHttpTransport(RedirectedTransport.to(fcm.url()))
              .build(),
          UUID.randomUUID().toString());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void write(Path file, JsonObject json) {
    try {
      Files.write(file, json.toBuffer().getBytes());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** By registration token, as long as apps have no installation id to give. */
  @SuppressWarnings("deprecation")
  private static Message.Builder to(String token) {
    return Message.builder().setToken(token);
  }

  private static Message note(String token) {
    return to(token).putData("note", "1").build();
  }

  private FirebaseMessagingException refusal(String token) {
    return refusal(note(token));
  }

  private FirebaseMessagingException refusal(Message message) {
    return catchThrowableOfType(FirebaseMessagingException.class, () -> messaging.send(message));
  }

  private static Map<String, Object> data(@Nullable JsonObject message) {
    return Objects.requireNonNull(message).getJsonObject("data").getMap();
  }
}
