package io.permanence.sync.google;

import java.util.List;

/** What became of a code offered for tokens. */
public sealed interface Exchange {
  /** Google gave tokens; the refresh token is a secret. */
  record Granted(String refreshToken, List<String> scopes) implements Exchange {
    @Override
    public String toString() {
      return "Granted" + scopes;
    }
  }

  /** Google refuses this code, now and later. */
  record Refused(String why) implements Exchange {}

  /** Google could not be asked; the code may still be good. */
  record Unavailable(String why) implements Exchange {}
}
