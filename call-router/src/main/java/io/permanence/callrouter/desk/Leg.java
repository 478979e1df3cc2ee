package io.permanence.callrouter.desk;

/** The legs of a call at the desk. */
public enum Leg {
  CALLER,
  SECRETARY,
  /** The customer (or whoever is consulted) at a forwarding number. */
  THIRD
}
