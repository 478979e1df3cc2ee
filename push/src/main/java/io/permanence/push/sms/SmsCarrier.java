package io.permanence.push.sms;

import io.permanence.model.PhoneNumber;
import io.permanence.model.delivery.Channel;
import io.permanence.push.plan.Outcome;
import io.permanence.push.plan.Sending;
import io.permanence.push.plan.SmsText;
import io.permanence.push.relay.Carrier;
import io.vertx.core.Future;
import java.util.regex.Pattern;

/** Short messages through a gateway, whichever it is. */
public final class SmsCarrier implements Carrier {
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{5,14}");

  private final Gateway gateway;
  private final int atOnce;

  /** Sends through the gateway, so many at the same time. */
  public SmsCarrier(Gateway gateway, int atOnce) {
    this.gateway = gateway;
    this.atOnce = atOnce;
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public int atOnce() {
    return atOnce;
  }

  @Override
  public Future<Outcome> carry(Sending.Go sending) {
    if (!NUMBER.matcher(sending.address()).matches()) {
      return Future.succeededFuture(new Outcome.Failed("address-refused"));
    }
    return gateway.send(
        new PhoneNumber(sending.address()),
        SmsText.of(sending.message()),
        sending.delivery().id().toString());
  }

  @Override
  public Future<Void> close() {
    gateway.close();
    return Future.succeededFuture();
  }
}
