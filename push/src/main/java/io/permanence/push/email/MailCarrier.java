package io.permanence.push.email;

import io.permanence.model.delivery.Channel;
import io.permanence.push.plan.MailText;
import io.permanence.push.plan.Outcome;
import io.permanence.push.plan.Sending;
import io.permanence.push.relay.Carrier;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * E-mail. A repeat carries the same Message-ID, so that mailboxes show it once. Text only, and
 * nothing a person typed reaches a header with a control character in it.
 */
public final class MailCarrier implements Carrier {
  private static final String UNAVAILABLE = "provider-unavailable";
  private static final int CONNECT_MILLIS = 2_000;
  private static final int IDLE_SECONDS = 7;

  /** The farewell to a server that no longer answers is not waited for longer. */
  private static final int FAREWELL_SECONDS = 3;

  /** One plain address: no names, lists, comments or line breaks. */
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9.-]{1,189}");

  private final MailSettings settings;
  private final MailClient client;

  /** Prepares the pool; connects at the first e-mail. */
  public MailCarrier(Vertx vertx, MailSettings settings) {
    this.settings = settings;
    this.client = MailClient.create(vertx, config(settings));
  }

  private static MailConfig config(MailSettings settings) {
    MailConfig config =
        new MailConfig(
            new MailConfig()
                .setHostname(settings.host())
                .setPort(settings.port())
                .setStarttls(
                    settings.startTls() ? StartTLSOptions.REQUIRED : StartTLSOptions.DISABLED)
                .setSsl(settings.tls())
                .setMaxPoolSize(settings.atOnce())
                .setKeepAlive(true)
                .setPipelining(false));
    NetClientOptions net = config;
    net.setConnectTimeout(CONNECT_MILLIS)
        .setIdleTimeout(IDLE_SECONDS)
        .setIdleTimeoutUnit(TimeUnit.SECONDS);
    return settings.user().isEmpty()
        ? config.setLogin(LoginOption.DISABLED)
        : config
            .setLogin(LoginOption.REQUIRED)
            .setUsername(settings.user())
            .setPassword(settings.password());
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public int atOnce() {
    return settings.atOnce();
  }

  @Override
  public Future<Outcome> carry(Sending.Go sending) {
    if (!ADDRESS.matcher(sending.address()).matches()) {
      return Future.succeededFuture(new Outcome.Failed("address-refused"));
    }
    return client
        .sendMail(message(sending))
        .<Outcome>map(sent -> new Outcome.Accepted(messageId(sending)))
        .recover(failure -> Future.succeededFuture(outcome(failure)));
  }

  private MailMessage message(Sending.Go sending) {
    MailText text = MailText.of(sending.message());
    return new MailMessage()
        .setFrom(settings.from())
        .setTo(sending.address())
        .setSubject(text.subject())
        .setText(text.text())
        .setHeaders(
            MultiMap.caseInsensitiveMultiMap()
                .add("Message-ID", messageId(sending))
                .add("Auto-Submitted", "auto-generated"));
  }

  private String messageId(Sending.Go sending) {
    return "<" + sending.delivery().id() + "@" + settings.domain() + ">";
  }

  private static Outcome outcome(Throwable failure) {
    if (failure instanceof SMTPException refused && refused.getReplyCode() > 0) {
      return refused(refused);
    }
    return failure instanceof ConnectException || failure instanceof UnknownHostException
        ? new Outcome.Retry(Optional.empty(), UNAVAILABLE)
        : new Outcome.Unsure(UNAVAILABLE);
  }

  private static Outcome refused(SMTPException refused) {
    int code = refused.getReplyCode();
    if (code == 550 || code == 551 || code == 553) {
      return new Outcome.Gone("address-gone");
    }
    return code >= 500
        ? new Outcome.Failed("provider-refused")
        : new Outcome.Retry(Optional.empty(), UNAVAILABLE);
  }

  @Override
  public Future<Void> close() {
    return client.close().timeout(FAREWELL_SECONDS, TimeUnit.SECONDS).otherwiseEmpty();
  }
}
