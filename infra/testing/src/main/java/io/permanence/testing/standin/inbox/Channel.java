package io.permanence.testing.standin.inbox;

import java.util.Locale;
import java.util.Optional;

/** How a message travelled. */
public enum Channel {
  EMAIL,
  SMS,
  PUSH;

  /** The name in JSON and in addresses: lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Channel> of(String word) {
    for (Channel channel : values()) {
      if (channel.word().equals(word)) {
        return Optional.of(channel);
      }
    }
    return Optional.empty();
  }
}
