package io.permanence.store.google;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.ConsentId;
import io.permanence.model.id.CustomerId;
import io.permanence.store.consent.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A customer's link to a Google account, for one purpose (E1).
 *
 * @param purpose what it is for, and no more
 * @param account who consented
 * @param consent what every read and write of the link rests on
 * @param refreshToken sealed for {@link #sealedFor}
 * @param scopes granted at Google; more than the purpose needs when more was granted before
 * @param syncToken where the next incremental synchronisation of the contacts starts; empty before
 *     the first full one, and always for a calendar
 * @param busyUntil the lease of the run that holds the link, empty when none does
 */
public record GoogleLink(
    CustomerId customer,
    Purpose purpose,
    AccountId account,
    ConsentId consent,
    Sealed refreshToken,
    List<String> scopes,
    Optional<String> syncToken,
    Optional<Instant> busyUntil) {
  /** Which link it is. */
  public LinkKey key() {
    return new LinkKey(customer, purpose);
  }

  /**
   * What its refresh token is sealed for: bound to its customer and purpose, it opens for no other.
   */
  public static String sealedFor(LinkKey link) {
    String contacts = "google/refresh-token/" + link.customer();
    return link.purpose() == Purpose.GOOGLE_CONTACTS
        ? contacts
        : contacts + "/" + link.purpose().word();
  }
}
