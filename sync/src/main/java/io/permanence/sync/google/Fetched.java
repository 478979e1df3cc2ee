package io.permanence.sync.google;

import io.permanence.sync.plan.RemotePage;

/** What became of the request for a page of contacts. */
public sealed interface Fetched {
  /** A page. */
  record Page(RemotePage page) implements Fetched {}

  /** The sync token is too old: a full synchronisation is needed. */
  record TokenExpired() implements Fetched {}

  /** Google takes the access no longer, or it does not cover contacts. */
  record Ended() implements Fetched {}

  /** Google could not answer, or wants to be asked later. */
  record Unavailable(String why) implements Fetched {}
}
