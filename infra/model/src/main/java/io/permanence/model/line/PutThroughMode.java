package io.permanence.model.line;

/** How a caller is put through (A5). */
public enum PutThroughMode {
  /** The secretary speaks to the customer first. */
  ANNOUNCED,
  /** The system dials the ladder at once; the secretary comes in only when it is exhausted. */
  DIRECT
}
