package io.permanence.callrouter.agi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestGuardTest {
  @Test
  void whatAsteriskSendsIsAccepted() {
    RequestGuard guard = new RequestGuard();
    for (String line : AsteriskRequest.lines("route", "a", "b", "", "withheld")) {
      assertThat(guard.accepts(line)).as(line).isTrue();
    }
  }

  @Test
  void theSameKeyTwiceIsRefused() {
    RequestGuard guard = new RequestGuard();
    assertThat(guard.accepts("agi_arg_1: genuine")).isTrue();
    assertThat(guard.accepts("agi_arg_1: smuggled in")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "agi_arg_5: x",
        "agi_arg_2147483647: x",
        "agi_unheard_of: x",
        "ogi_arg_1: x",
        "AGI_ARG_1: x",
        "HANGUP",
        "agi_channel",
        "agi_channel: a\u0000b",
        "agi_channel: a\rb",
        "agi_channel:x",
      })
  void whatAsteriskDoesNotSendIsRefused(String line) {
    assertThat(new RequestGuard().accepts(line)).isFalse();
  }
}
