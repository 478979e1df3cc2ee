package io.permanence.testing.standin.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which messages; a null field does not restrict.
 *
 * @param to the recipient, without regard to case
 * @param since accepted then or later
 */
public record InboxFilter(@Nullable Channel channel, @Nullable String to, @Nullable Instant since) {
  public static final InboxFilter ALL = new InboxFilter(null, null, null);

  public static InboxFilter to(Channel channel, String to) {
    return new InboxFilter(channel, to, null);
  }

  boolean matches(InboxMessage message) {
    return (channel == null || message.channel() == channel)
        && (to == null || message.to().equalsIgnoreCase(to))
        && (since == null || !message.at().isBefore(since));
  }
}
