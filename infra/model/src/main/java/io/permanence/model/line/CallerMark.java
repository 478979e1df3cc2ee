package io.permanence.model.line;

/** How a customer marked a contact (A6, A7). */
public enum CallerMark {
  NONE,
  VIP,
  BLOCKED
}
