package io.permanence.callrouter.agi;

import io.permanence.callrouter.journal.StepWord;
import io.permanence.model.id.CallId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What Asterisk asks; read from the script's name and its own arguments, and from nothing else of
 * the request, because a caller may have a hand in the rest.
 *
 * <table>
 *   <caption>Questions</caption>
 *   <tr><td>{@code route CALL NONCE DIALLED CALLER}</td><td>a call has arrived</td></tr>
 *   <tr><td>{@code step CALL NONCE STEP OUTCOME}</td><td>a rung has ended</td></tr>
 *   <tr><td>{@code waiting CALL NONCE}</td><td>the caller still waits</td></tr>
 *   <tr><td>{@code key CALL NONCE DIGIT}</td><td>the waiting caller pressed a key</td></tr>
 * </table>
 */
sealed interface Question {
  /** The call it is about. */
  CallId call();

  /** What the answer has to repeat. */
  UUID nonce();

  /** A call has arrived. */
  record Route(CallId call, UUID nonce, String dialled, String caller) implements Question {}

  /** A rung has ended. */
  record Step(CallId call, UUID nonce, int step, StepWord outcome) implements Question {}

  /** The caller still waits. */
  record Waiting(CallId call, UUID nonce) implements Question {}

  /** The waiting caller pressed a key. */
  record Key(CallId call, UUID nonce, int digit) implements Question {}

  /** The exact form of a UUID; {@link UUID#fromString} takes more. */
  Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** Up to 17 digits; empty when the number dialled had none. */
  Pattern DIGITS = Pattern.compile("[0-9]{0,17}");

  /** A caller's digits. */
  Pattern CALLER = Pattern.compile("[0-9]{3,17}|withheld");

  /** A key. */
  Pattern DIGIT = Pattern.compile("[0-9]");

  /** A rung, from 1. */
  Pattern STEP = Pattern.compile("[1-9][0-9]?");

  /** Reads a request; empty when it is none of these, to the letter. */
  static Optional<Question> read(Map<String, String> request) {
    String script = request.getOrDefault("network_script", "");
    Optional<CallId> call = uuid(request, 1).map(CallId::new);
    Optional<UUID> nonce = uuid(request, 2);
    if (call.isEmpty() || nonce.isEmpty()) {
      return Optional.empty();
    }
    String third = argument(request, 3);
    String fourth = argument(request, 4);
    return switch (script) {
      case "route" -> route(call.get(), nonce.get(), third, fourth);
      case "step" -> step(call.get(), nonce.get(), third, fourth);
      case "waiting" -> Optional.of(new Waiting(call.get(), nonce.get()));
      case "key" -> key(call.get(), nonce.get(), third);
      default -> Optional.empty();
    };
  }

  private static Optional<Question> route(CallId call, UUID nonce, String dialled, String caller) {
    return DIGITS.matcher(dialled).matches() && CALLER.matcher(caller).matches()
        ? Optional.of(new Route(call, nonce, dialled, caller))
        : Optional.empty();
  }

  private static Optional<Question> step(CallId call, UUID nonce, String step, String outcome) {
    return STEP.matcher(step).matches()
        ? StepWord.of(outcome).map(word -> new Step(call, nonce, Integer.parseInt(step), word))
        : Optional.empty();
  }

  private static Optional<Question> key(CallId call, UUID nonce, String digit) {
    return DIGIT.matcher(digit).matches()
        ? Optional.of(new Key(call, nonce, Integer.parseInt(digit)))
        : Optional.empty();
  }

  private static Optional<UUID> uuid(Map<String, String> request, int index) {
    String text = argument(request, index);
    return UUID_FORM.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  private static String argument(Map<String, String> request, int index) {
    return request.getOrDefault("arg_" + index, "");
  }
}
