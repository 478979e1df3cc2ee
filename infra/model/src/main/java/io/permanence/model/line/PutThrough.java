package io.permanence.model.line;

/** Who is put through to the customer (A2). */
public enum PutThrough {
  ALL,
  VIP,
  NONE
}
