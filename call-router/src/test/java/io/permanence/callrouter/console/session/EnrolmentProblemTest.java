package io.permanence.callrouter.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.identity.SignIn;
import org.junit.jupiter.api.Test;

class EnrolmentProblemTest {
  @Test
  void theAddressIsOneThatAuthenticatorsRead() {
    EnrolmentProblem problem =
        EnrolmentProblem.of(new SignIn.EnrolmentRequired("ABCD", "sealed"), "anne petit@x.example");
    assertThat(problem.address())
        .isEqualTo(
            "otpauth://totp/Permanence:anne%20petit%40x.example?secret=ABCD&issuer=Permanence");
    assertThat(problem.status()).isEqualTo(401);
  }
}
