package io.permanence.push.fcm;

import com.google.auth.oauth2.GoogleCredentials;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.messaging.FirebaseMessaging;
import com.google.firebase.messaging.FirebaseMessagingException;
import io.permanence.model.delivery.Channel;
import io.permanence.push.plan.Outcome;
import io.permanence.push.plan.PushText;
import io.permanence.push.plan.Sending;
import io.permanence.push.relay.Carrier;
import io.permanence.runtime.blocking.Blocking;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.UUID;

/** Push through FCM. */
public final class FcmCarrier implements Carrier {
  private final FcmSettings settings;
  private final Clock clock;
  private final Blocking blocking;
  private final FirebaseApp app;

  private FcmCarrier(FcmSettings settings, Clock clock, Blocking blocking, FirebaseApp app) {
    this.settings = settings;
    this.clock = clock;
    this.blocking = blocking;
    this.app = app;
  }

  /** Reads the service account's key file; fails when it is missing or no key file. */
  public static Future<Carrier> start(Vertx vertx, FcmSettings settings, Clock clock) {
    Blocking blocking = new Blocking(vertx, "fcm", settings.atOnce(), settings.atOnce());
    return blocking.call(() -> new FcmCarrier(settings, clock, blocking, open(settings)));
  }

  private static FirebaseApp open(FcmSettings settings) throws IOException {
    try (InputStream keyFile = Files.newInputStream(settings.credentials())) {
      FirebaseOptions options =
          FirebaseOptions.builder()
              .setCredentials(GoogleCredentials.fromStream(keyFile))
              .setProjectId(settings.project())
              .setHttpTransport(new RewritingTransport(settings.endpoint()))
              .build();
      return FirebaseApp.initializeApp(options, "push-" + UUID.randomUUID());
    }
  }

  @Override
  public Channel channel() {
    return Channel.PUSH;
  }

  @Override
  public int atOnce() {
    return settings.atOnce();
  }

  @Override
  public Future<Outcome> carry(Sending.Go sending) {
    PushText text = PushText.of(sending.message(), clock.instant());
    return blocking.call(() -> send(sending.address(), text));
  }

  private Outcome send(String token, PushText text) {
    try {
      return new Outcome.Accepted(
          FirebaseMessaging.getInstance(app).send(FcmMessage.of(token, text, settings.appLink())));
    } catch (FirebaseMessagingException refused) {
      return FcmAnswer.of(refused);
    } catch (IllegalArgumentException noToken) {
      return new Outcome.Failed("address-refused");
    } catch (JdkRequest.Unavailable unavailable) {
      return FcmAnswer.unavailable(unavailable.retryAfter());
    }
  }

  @Override
  public Future<Void> close() {
    app.delete();
    blocking.close();
    return Future.succeededFuture();
  }
}
