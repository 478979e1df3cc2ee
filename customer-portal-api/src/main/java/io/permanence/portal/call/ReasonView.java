package io.permanence.portal.call;

import io.permanence.model.call.ReasonCode;
import io.permanence.model.id.InstructionId;
import io.permanence.store.history.Decided;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Why a call was treated as it was, in the contract's codes (A10). */
record ReasonView(
    String code,
    Map<String, String> arguments,
    Optional<UUID> instructionId,
    Optional<Integer> instructionVersion) {

  static ReasonView of(Decided decided) {
    return new ReasonView(
        code(decided.reason()),
        decided.arguments(),
        decided.instruction().map(InstructionId::value),
        decided.instructionVersion());
  }

  private static String code(String wireName) {
    try {
      return code(ReasonCode.of(wireName));
    } catch (IllegalArgumentException e) {
      return wireName;
    }
  }

  private static String code(ReasonCode code) {
    return switch (code) {
      case ALL, VIP_UNDER_ALL -> "everyone-put-through";
      case VIP_UNDER_VIP -> "vip-put-through";
      case NOT_VIP -> "not-vip";
      case WITHHELD -> "number-withheld";
      case NOBODY, VIP_UNDER_NOBODY -> "nobody-put-through";
      case NO_NUMBER_TO_RING -> "no-forwarding-number";
      case BLOCKED -> "caller-blocked";
      case OUT_OF_HOURS -> "out-of-hours";
      case UNKNOWN_NUMBER -> "number-unknown";
      case DEMO -> "live-test";
      case LOOP -> "loop";
      case FALLBACK -> "fallback";
    };
  }
}
