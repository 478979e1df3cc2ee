package io.permanence.model.delivery;

/** How the customer is told. */
public enum Channel {
  PUSH,
  EMAIL,
  SMS
}
