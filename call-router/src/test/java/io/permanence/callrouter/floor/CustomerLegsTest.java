package io.permanence.callrouter.floor;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.id.ForwardingNumberId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which of the customer's legs a call still wants. */
class CustomerLegsTest {
  private static final ForwardingNumberId MOBILE = ForwardingNumberId.random();

  @Test
  void aLegThatWasGivenUpButIsFoundWithSomebodyIsWantedAgain() {
    CustomerLegs legs = new CustomerLegs();
    String leg = legs.begin(List.of(MOBILE)).keySet().iterator().next();
    legs.drop();
    assertThat(legs.isDropped(leg)).isTrue();
    legs.take(Map.of(leg, MOBILE));
    assertThat(legs.isDropped(leg)).isFalse();
    assertThat(legs.number(leg)).contains(MOBILE);
  }
}
