package io.permanence.testing.standin.sms;

/** What can go wrong at the gateway, and on the way to it. */
public enum SmsFault {
  /** 401, although the secret is right: the account was closed. */
  UNAUTHORIZED,
  /** 429 with {@code Retry-After}. */
  BUSY,
  /** 500. */
  INTERNAL_ERROR,
  /** Never answers, nor sends. */
  SILENCE,
  /** Sends, and cuts the line before answering: the sender cannot know. */
  CUT_AFTER_ACCEPTING,
  /** Accepts; the receipt says {@code undelivered}, and nothing arrives. */
  UNDELIVERABLE
}
