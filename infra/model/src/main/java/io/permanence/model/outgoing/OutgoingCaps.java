package io.permanence.model.outgoing;

/**
 * The most a customer may send through the trunk in a day of their zone (A14). Zero forbids every
 * outgoing leg.
 *
 * @param legs numbers rung, reached or not
 * @param minutes of conversation
 * @param cents the estimated cost, in hundredths of the company's currency
 */
public record OutgoingCaps(int legs, int minutes, int cents) {
  public OutgoingCaps {
    if (legs < 0 || minutes < 0 || cents < 0) {
      throw new IllegalArgumentException("a cap is not negative");
    }
  }
}
