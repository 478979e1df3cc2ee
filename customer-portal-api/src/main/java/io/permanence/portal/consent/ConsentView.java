package io.permanence.portal.consent;

import io.permanence.store.consent.Consent;
import io.permanence.store.consent.ConsentText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A consent on record as the contract shows it. */
record ConsentView(
    UUID id,
    String purpose,
    int textVersion,
    String textHash,
    String language,
    Instant givenAt,
    String means,
    Optional<Instant> withdrawnAt) {
  record Listed(List<ConsentView> items) {}

  record Texts(List<Text> items) {}

  record Text(String purpose, int version, String language, String hash, String text) {
    static Text of(ConsentText text) {
      return new Text(
          text.purpose().word(), text.version(), text.language(), text.hash(), text.body());
    }
  }

  static ConsentView of(Consent consent) {
    return new ConsentView(
        consent.id().value(),
        consent.purpose().word(),
        consent.textVersion(),
        consent.textHash(),
        consent.textLanguage(),
        consent.givenAt(),
        consent.how(),
        consent.withdrawnAt());
  }
}
