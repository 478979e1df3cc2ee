package io.permanence.portal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.NumberPlan.Kind;
import io.permanence.model.PhoneNumber;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.ForwardingNumberId;
import io.permanence.portal.proof.CodeRules.Attempt;
import io.permanence.portal.proof.CodeRules.Sending;
import io.permanence.store.proof.NumberProof;
import io.permanence.store.proof.NumberProof.By;
import io.permanence.store.proof.NumberProofs.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CodeRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T11:00:00Z");
  private static final PhoneNumber MOBILE = new PhoneNumber("+33639980001");
  private static final PhoneNumber OTHER = new PhoneNumber("+33639980002");

  /** Codes sent so many minutes ago; {@code o} before the minutes means to another number. */
  private static List<Sent> sent(String minutes) {
    List<Sent> all = new ArrayList<>();
    for (String each : minutes.isBlank() ? List.<String>of() : List.of(minutes.split(" +", -1))) {
      boolean other = each.startsWith("o");
      Duration ago = Duration.ofSeconds(Long.parseLong(other ? each.substring(1) : each) * 60);
      all.add(new Sent(other ? OTHER : MOBILE, NOW.minus(ago)));
    }
    return all;
  }

  @ParameterizedTest(name = "sent {0} minutes ago: {1}, wait {2} s")
  @CsvSource({
    "'', , 0",
    "'1', , 0",
    "'0', PAUSE, 30",
    "'o0', , 0",
    "'1 2', , 0",
    "'1 2 3', NUMBER_HOUR, 3420",
    "'1 2 60', , 0",
    "'1 2 o3 o4', , 0",
    "'100 200 300 400 500', , 0",
    "'100 200 300 400 500 600', NUMBER_DAY, 50400",
    "'o1 o2 o3 o4 o5 o6 o7 o8 o9 o10', CUSTOMER_HOUR, 3000",
    "'o61 o62 o63 o64 o65 o66 o67 o68 o69 o70', , 0",
  })
  void codesAreSentWithinTheLimits(String before, CodeRules.Limit limit, long seconds) {
    Sending sending = CodeRules.sending(By.SMS, MOBILE, Kind.MOBILE, sent(before), NOW);
    assertThat(sending)
        .isEqualTo(
            limit == null
                ? new Sending.Allowed()
                : new Sending.TooMany(limit, Duration.ofSeconds(seconds)));
  }

  @Test
  void twentyADayAreEnoughForOneCustomer() {
    List<Sent> before = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      before.add(new Sent(OTHER, NOW.minus(Duration.ofMinutes(61L + i))));
    }
    assertThat(CodeRules.sending(By.CALL, MOBILE, Kind.MOBILE, before, NOW))
        .isEqualTo(
            new Sending.TooMany(CodeRules.Limit.CUSTOMER_DAY, Duration.ofMinutes(24 * 60 - 80)));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MOBILE")
  void anSmsGoesToMobilesOnly(Kind kind) {
    assertThat(CodeRules.sending(By.SMS, MOBILE, kind, List.of(), NOW))
        .isEqualTo(new Sending.NoSms());
    assertThat(CodeRules.sending(By.CALL, MOBILE, kind, List.of(), NOW))
        .isEqualTo(new Sending.Allowed());
  }

  private static NumberProof proof(int attempts, Instant expires) {
    return new NumberProof(
        UUID.randomUUID(),
        ForwardingNumberId.random(),
        MOBILE,
        AccountId.random(),
        By.SMS,
        Optional.of(new byte[1]),
        NOW.minusSeconds(60),
        expires,
        attempts);
  }

  @Test
  void theRightCodeInTimeProvesTheNumber() {
    assertThat(CodeRules.attempt(proof(4, NOW.plusSeconds(1)), true, NOW))
        .isEqualTo(new Attempt.Right());
  }

  @Test
  void aWrongCodeTellsHowManyAttemptsAreLeft() {
    assertThat(CodeRules.attempt(proof(0, NOW.plusSeconds(1)), false, NOW))
        .isEqualTo(new Attempt.Wrong(4));
    assertThat(CodeRules.attempt(proof(4, NOW.plusSeconds(1)), false, NOW))
        .isEqualTo(new Attempt.Wrong(0));
  }

  @Test
  void evenTheRightCodeIsRefusedTooLateOrAfterTooManyWrongOnes() {
    assertThat(CodeRules.attempt(proof(0, NOW), true, NOW)).isEqualTo(new Attempt.Expired());
    assertThat(CodeRules.attempt(proof(5, NOW.plusSeconds(1)), true, NOW))
        .isEqualTo(new Attempt.UsedUp());
  }
}
