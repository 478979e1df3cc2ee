package io.permanence.portal.note;

import io.permanence.store.history.NoteDelivery;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** How a note was sent, as the contract shows it: addresses are masked. */
record DeliveryView(
    UUID id,
    String channel,
    String target,
    String state,
    Optional<String> failure,
    Instant queuedAt,
    Instant changedAt) {
  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST_CODE = 60;

  static DeliveryView of(NoteDelivery delivery) {
    return new DeliveryView(
        delivery.id(),
        delivery.channel(),
        delivery.device().or(() -> delivery.address().map(DeliveryView::masked)).orElse(""),
        delivery.state(),
        delivery.state().equals("FAILED")
            ? Optional.of(delivery.why().filter(DeliveryView::code).orElse("provider-refused"))
            : Optional.empty(),
        delivery.queuedAt(),
        delivery.changedAt());
  }

  private static boolean code(String why) {
    return why.length() <= LONGEST_CODE && CODE.matcher(why).matches();
  }

  static String masked(String address) {
    int at = address.indexOf('@');
    if (at > 0) {
      return address.charAt(0) + "***" + address.substring(at, Math.min(address.length(), at + 80));
    }
    int tail = Math.max(0, address.length() - 2);
    return address.substring(0, Math.min(3, tail))
        + "*".repeat(Math.max(0, tail - 3))
        + address.substring(tail);
  }
}
