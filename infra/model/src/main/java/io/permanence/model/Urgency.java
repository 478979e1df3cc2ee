package io.permanence.model;

/** How soon the customer should know (B6, C1). */
public enum Urgency {
  NORMAL,
  URGENT
}
