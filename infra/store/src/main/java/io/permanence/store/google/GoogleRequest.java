package io.permanence.store.google;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.ConsentId;
import io.permanence.model.id.CustomerId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something a customer asked of their Google link.
 *
 * @param consent the consent it rests on; for a withdrawal the consent that ended, empty when all
 *     did
 * @param sealed an {@link OfferedCode}, sealed; of {@link Kind#CONNECT} only
 */
public record GoogleRequest(
    CustomerId customer,
    UUID id,
    AccountId account,
    Kind kind,
    Optional<ConsentId> consent,
    Optional<Sealed> sealed,
    Instant createdAt) {
  /** What is asked. */
  public enum Kind {
    /** Exchange the code, keep the token, copy what the consent is for. */
    CONNECT,
    /** Stop what rested on the consent, end the access, delete what came under it. */
    WITHDRAW,
    /** Bring whatever is linked up to date now. */
    SYNC
  }

  /** A request to exchange a code under a consent. */
  public static GoogleRequest connect(
      CustomerId customer,
      UUID id,
      AccountId account,
      ConsentId consent,
      byte[] sealedCode,
      Instant now) {
    return new GoogleRequest(
        customer,
        id,
        account,
        Kind.CONNECT,
        Optional.of(consent),
        Optional.of(new Sealed(sealedCode)),
        now);
  }

  /** A request to end what rested on a consent, appended with its withdrawal. */
  public static GoogleRequest withdraw(
      CustomerId customer, UUID id, AccountId account, ConsentId consent, Instant now) {
    return new GoogleRequest(
        customer, id, account, Kind.WITHDRAW, Optional.of(consent), Optional.empty(), now);
  }

  /** A request to bring the mirror up to date now. */
  public static GoogleRequest sync(CustomerId customer, UUID id, AccountId account, Instant now) {
    return new GoogleRequest(
        customer, id, account, Kind.SYNC, Optional.empty(), Optional.empty(), now);
  }
}
