package io.permanence.push.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.testing.standin.sms.SmsAccount;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {
  private static final UUID DELIVERY = UUID.fromString("0198f0a2-0000-7000-8000-000000000001");
  private static final Instant NOON = Instant.parse("2026-11-22T11:00:00Z");
  private static final SmsAccount ACCOUNT = new SmsAccount("permanence", "secret");

  @ParameterizedTest
  @CsvSource({
    "delivered, unknown-subscriber,",
    "undelivered, unknown-subscriber, number-unknown",
    "undelivered, absent-subscriber, not-delivered",
    "undelivered, <script>, not-delivered",
  })
  void whatBecameOfAMessageIsSaidInOurCodes(String status, String reason, String why) {
    assertThat(read("sms-1", DELIVERY.toString(), status, reason))
        .isEqualTo(new Receipt.Told(DELIVERY, "sms-1", Optional.ofNullable(why)));
  }

  @ParameterizedTest
  @CsvSource({
    "sms-1, martin, delivered, reference format",
    "sms-1, 1-1-1-1-1, delivered, reference format",
    "'', 0198f0a2-0000-7000-8000-000000000001, delivered, id required",
    "sms-1, 0198f0a2-0000-7000-8000-000000000001, DELIVERED, status unknown-value",
    "sms-1, 0198f0a2-0000-7000-8000-000000000001, '', status unknown-value",
  })
  void whatCannotBeReadIsNamed(String id, String reference, String status, String broken) {
    assertThat(read(id, reference, status, "r"))
        .isInstanceOfSatisfying(
            Receipt.Unreadable.class,
            wrong -> assertThat(wrong.field() + " " + wrong.rule()).isEqualTo(broken));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "3", "null", "{", "{\"reference\": 7}", "\u0000", "{}"})
  void whatIsNoReceiptIsUnreadable(String body) {
    assertThat(Receipt.of(bytes(body))).isInstanceOf(Receipt.Unreadable.class);
  }

  @Test
  void onlyTheGatewaysOwnSignatureOfThisVeryBodyHoldsAndNotForLong() {
    byte[] body = bytes("{}");
    String signed = ACCOUNT.signature(NOON, "{}");
    assertThat(holds(signed, body, NOON)).isTrue();
    assertThat(holds(signed, body, NOON.plusSeconds(300))).isTrue();
    assertThat(holds(signed, body, NOON.plusSeconds(301))).isFalse();
    assertThat(holds(signed, body, NOON.minusSeconds(301))).isFalse();
    assertThat(holds(signed, bytes("{ }"), NOON)).isFalse();
    assertThat(holds(signed.replace("t=1", "t=2"), body, NOON)).isFalse();
    assertThat(holds(new SmsAccount("permanence", "other").signature(NOON, "{}"), body, NOON))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "t=,v1=", "v1=00", "t=99999999999999999999,v1=00", "sha256=abc"})
  void aHeaderOfAnotherFormIsNoSignature(String header) {
    assertThat(holds(header, bytes("{}"), NOON)).isFalse();
  }

  private static boolean holds(String header, byte[] body, Instant now) {
    return Signature.holds(header, body, "secret", now);
  }

  private static Receipt read(String id, String reference, String status, String reason) {
    return Receipt.of(
        bytes(
            "{\"id\":\"%s\",\"reference\":\"%s\",\"status\":\"%s\",\"reason\":\"%s\",\"more\":1}"
                .formatted(id, reference, status, reason)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
