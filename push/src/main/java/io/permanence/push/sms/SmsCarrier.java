package io.permanence.push.sms;

import io.permanence.model.PhoneNumber;
import io.permanence.model.delivery.Channel;
import io.permanence.model.delivery.Message;
import io.permanence.model.delivery.MessageKind;
import io.permanence.push.plan.Outcome;
import io.permanence.push.plan.Sending;
import io.permanence.push.plan.SmsText;
import io.permanence.push.relay.Carrier;
import io.permanence.runtime.secret.Sealer;
import io.permanence.store.proof.NumberProof;
import io.vertx.core.Future;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Short messages through a gateway, whichever it is. */
public final class SmsCarrier implements Carrier {
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{5,14}");

  private final Gateway gateway;
  private final int atOnce;
  private final Sealer sealer;

  /**
   * Sends through the gateway, so many at the same time.
   *
   * @param sealer opens codes that prove a number
   */
  public SmsCarrier(Gateway gateway, int atOnce, Sealer sealer) {
    this.gateway = gateway;
    this.atOnce = atOnce;
    this.sealer = sealer;
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
    Optional<String> text = text(sending.message());
    return text.isEmpty()
        ? Future.succeededFuture(new Outcome.Failed("expired"))
        : gateway.send(
            new PhoneNumber(sending.address()), text.get(), sending.delivery().id().toString());
  }

  /** Empty when the code was used up or replaced by a newer one in the meantime. */
  private Optional<String> text(Message message) {
    if (message.kind() != MessageKind.NUMBER_PROOF) {
      return Optional.of(SmsText.of(message));
    }
    byte[] hidden = Base64.getMimeDecoder().decode(message.request());
    return sealer
        .open(hidden, NumberProof.purpose(message.subject()))
        .map(digits -> SmsText.ofCode(message, digits));
  }

  @Override
  public Future<Void> close() {
    gateway.close();
    return Future.succeededFuture();
  }
}
