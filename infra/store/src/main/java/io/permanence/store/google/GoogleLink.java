package io.permanence.store.google;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.ConsentId;
import io.permanence.model.id.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A customer's link to a Google account.
 *
 * @param account who consented
 * @param consent what every read and write of the link rests on
 * @param refreshToken sealed for {@link #sealedFor}
 * @param scopes granted at Google
 * @param syncToken where the next incremental synchronisation starts; empty before the first full
 *     one
 * @param busyUntil the lease of the run that holds the link, empty when none does
 */
public record GoogleLink(
    CustomerId customer,
    AccountId account,
    ConsentId consent,
    Sealed refreshToken,
    List<String> scopes,
    Optional<String> syncToken,
    Optional<Instant> busyUntil) {
  /** The purpose the refresh token is sealed for: bound to its customer, it opens for no other. */
  public static String sealedFor(CustomerId customer) {
    return "google/refresh-token/" + customer;
  }
}
