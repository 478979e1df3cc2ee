package io.permanence.push.plan;

import java.time.Duration;
import java.util.Optional;

/**
 * What a provider did with one delivery. {@code why} is a code of the portal's contract, in kebab
 * case, without personal data.
 */
public sealed interface Outcome {
  /** The provider took it. */
  record Accepted(String providerRef) implements Outcome {}

  /**
   * The provider did not take it and may do so later.
   *
   * @param after how long the provider asked to wait
   */
  record Retry(Optional<Duration> after, String why) implements Outcome {}

  /** No answer came: the provider may have taken it. */
  record Unsure(String why) implements Outcome {}

  /** The address does not exist any more. */
  record Gone(String why) implements Outcome {}

  /** The provider refuses it and always will. */
  record Failed(String why) implements Outcome {}
}
