package io.permanence.model.line;

/** Who is put through while the customer's calendar says that they are busy (A8). */
public enum WhenBusy {
  /** Whoever the instruction says: the calendar takes no part. */
  AS_INSTRUCTED,
  /** VIPs only, where the instruction puts them through. */
  VIP_ONLY,
  /** Nobody. */
  NOBODY
}
