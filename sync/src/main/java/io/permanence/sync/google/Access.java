package io.permanence.sync.google;

/** What became of a refresh token offered for an access token. */
public sealed interface Access {
  /** An hour's access. */
  record Granted(String accessToken) implements Access {
    @Override
    public String toString() {
      return "Granted[REDACTED]";
    }
  }

  /** Google takes the refresh token no longer: the customer has to consent there again. */
  record Ended() implements Access {}

  /** Google could not be asked. */
  record Unavailable(String why) implements Access {}
}
