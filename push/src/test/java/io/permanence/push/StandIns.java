package io.permanence.push;

import io.permanence.push.email.MailCarrier;
import io.permanence.push.email.MailSettings;
import io.permanence.push.fcm.FcmCarrier;
import io.permanence.push.fcm.FcmSettings;
import io.permanence.push.relay.Carrier;
import io.permanence.push.sms.HttpGateway;
import io.permanence.push.sms.SmsCarrier;
import io.permanence.push.sms.SmsSettings;
import io.permanence.runtime.secret.Sealer;
import io.permanence.testing.standin.fcm.FcmStandIn;
import io.permanence.testing.standin.inbox.Channel;
import io.permanence.testing.standin.inbox.Inbox;
import io.permanence.testing.standin.inbox.InboxFilter;
import io.permanence.testing.standin.inbox.InboxMessage;
import io.permanence.testing.standin.inbox.InboxSmtp;
import io.permanence.testing.standin.sms.SmsAccount;
import io.permanence.testing.standin.sms.SmsStandIn;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The providers, played on this machine, and the real channels that lead to them. */
public final class StandIns {
  public final Inbox inbox = new Inbox();
  public final InboxSmtp smtp;
  public final SmsStandIn sms;
  public final FcmStandIn fcm;
  public final Path keyFile;

  /** Starts all of them. */
  public StandIns(Vertx vertx) {
    Clock clock = Clock.systemUTC();
    smtp = Waiting.on(InboxSmtp.start(vertx, 0, clock, inbox));
    sms =
        Waiting.on(
            SmsStandIn.start(vertx, 0, new SmsAccount("permanence", "secret"), clock, inbox));
    fcm = Waiting.on(FcmStandIn.start(vertx, 0, "demo", clock, inbox));
    keyFile = written();
  }

  private Path written() {
    try {
      Path file = Files.createTempFile("service-account", ".json");
      file.toFile().deleteOnExit();
      return Files.write(file, fcm.serviceAccount().toBuffer().getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The three channels as they are set up for real. */
  public List<Carrier> carriers(Vertx vertx, Clock clock) {
    return List.of(push(vertx, clock), mail(vertx), sms(vertx));
  }

  /** Push. */
  public Carrier push(Vertx vertx, Clock clock) {
    FcmSettings settings =
        new FcmSettings("demo", keyFile, Optional.of(URI.create(fcm.url())), Optional.empty(), 32);
    return Waiting.on(FcmCarrier.start(vertx, settings, clock));
  }

  /** E-mail. */
  public Carrier mail(Vertx vertx) {
    return new MailCarrier(
        vertx,
        new MailSettings(
            smtp.host(),
            smtp.port(),
            "",
            "",
            false,
            false,
            "Permanence <notes@permanence.example>",
            16));
  }

  /** SMS. */
  public Carrier sms(Vertx vertx) {
    SmsSettings settings = new SmsSettings(URI.create(sms.url()), "secret", "Permanence", 16);
    return new SmsCarrier(
        new HttpGateway(vertx, settings), settings.atOnce(), new Sealer(new byte[32]));
  }

  /** What arrived over a channel. */
  public List<InboxMessage> arrived(Channel channel) {
    return inbox.find(new InboxFilter(channel, null, null));
  }

  /** Stops all of them. */
  public void close() {
    Waiting.on(Future.join(smtp.close(), sms.close(), fcm.close()));
  }
}
