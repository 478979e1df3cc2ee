package io.permanence.store.google;

import io.permanence.model.id.CustomerId;
import io.permanence.store.consent.Purpose;

/**
 * Which link: a customer has one for each purpose of Google's (E1).
 *
 * @param purpose one of Google's
 */
public record LinkKey(CustomerId customer, Purpose purpose) {
  public LinkKey {
    if (!purpose.google()) {
      throw new IllegalArgumentException(purpose + " is no purpose of Google's");
    }
  }
}
