package io.permanence.portal.proof;

import io.permanence.store.proof.NumberProof;
import io.permanence.store.proof.ProofCalls.Outcome;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A code on its way, as the app sees it; never the code.
 *
 * @param call how the spoken code's call went: absent for an SMS and while it rings
 */
record CodeView(
    UUID id,
    NumberProof.By by,
    Instant sentAt,
    Instant expiresAt,
    int attemptsLeft,
    Optional<Outcome> call) {
  static CodeView of(NumberProof proof, Optional<Outcome> call) {
    return new CodeView(
        proof.id(),
        proof.by(),
        proof.sentAt(),
        proof.expiresAt(),
        CodeRules.ATTEMPTS - proof.attempts(),
        call);
  }
}
