package io.permanence.callrouter.ami;

import io.permanence.model.id.CallId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A channel as Asterisk describes it.
 *
 * @param name as commands name it, for example {@code PJSIP/trunk-0000002a}
 * @param bridge the bridge it is in; a resting leg is in one too
 * @param context where in the dialplan it is (or was when it entered a bridge)
 * @param variables of those that events carry (DESIGN 4): PM_CALL, PM_ROLE, PM_LEG, PM_SECRETARY,
 *     PM_STEP
 */
public record Channel(
    String id,
    String name,
    Optional<String> bridge,
    String context,
    Map<String, String> variables) {
  /** The dialplan's context of callers whom nobody may fetch (R1, R2). */
  static final String FALLBACK = "fallback";

  public Channel {
    variables = Map.copyOf(variables);
  }

  /** The rung of the ladder that Asterisk dialled this leg for, from 1. */
  public Optional<Integer> rung() {
    return is("ladder")
        ? variable("PM_STEP").filter(step -> step.matches("[1-9][0-9]?")).map(Integer::valueOf)
        : Optional.empty();
  }

  /** The value of a variable, when it is set. */
  public Optional<String> variable(String variable) {
    return Optional.ofNullable(variables.get(variable)).filter(value -> !value.isEmpty());
  }

  /** The call this leg belongs to. */
  public Optional<CallId> call() {
    return variable("PM_CALL").flatMap(Channel::uuid).map(CallId::new);
  }

  /** Whose leg it is; what was dialled has its part from the leg that dialled. */
  public Optional<String> role() {
    return variable("PM_ROLE").or(() -> variable("PM_LEG"));
  }

  /** Whether this leg plays that part: caller, secretary, third, ladder, emergency. */
  public boolean is(String role) {
    return role().filter(role::equals).isPresent();
  }

  /** A variable that names one of our own things. */
  public Optional<UUID> id(String variable) {
    return variable(variable).flatMap(Channel::uuid);
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether Asterisk's own fallback has the caller: nobody may fetch them from there (R2). */
  public boolean isWithFallback() {
    return context.equals(FALLBACK);
  }

  Channel at(String newContext) {
    return new Channel(id, name, bridge, newContext, variables);
  }

  Channel in(Optional<String> newBridge) {
    return new Channel(id, name, newBridge, context, variables);
  }
}
