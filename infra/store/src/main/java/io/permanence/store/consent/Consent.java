package io.permanence.store.consent;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.ConsentId;
import java.time.Instant;
import java.util.Optional;

/**
 * A consent on record.
 *
 * @param account whose consent it is
 * @param how APP, STAFF or PAPER
 * @param withdrawnAt absent while it is in force
 */
public record Consent(
    ConsentId id,
    AccountId account,
    Purpose purpose,
    int textVersion,
    String textLanguage,
    String textHash,
    Instant givenAt,
    String how,
    Optional<Instant> withdrawnAt) {
  /** Whether something may rest on it now. */
  public boolean inForce() {
    return withdrawnAt.isEmpty();
  }
}
