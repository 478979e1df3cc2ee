package io.permanence.sync.run;

import io.permanence.model.NumberPlan;
import io.permanence.model.id.CustomerId;
import io.permanence.store.Tx;
import io.permanence.store.google.GoogleLink;
import io.permanence.store.google.Mirror;
import io.permanence.store.google.SyncRuns;
import io.permanence.sync.google.Fetched;
import io.permanence.sync.google.GoogleContacts;
import io.permanence.sync.plan.MirrorChanges;
import io.permanence.sync.plan.MirrorPlan;
import io.permanence.sync.plan.RemoteContact;
import io.permanence.sync.plan.RemotePage;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One run over the contacts, page by page. In this order: may we still (consent, lease); fetch;
 * write, with the same question in the same transaction. The last page is written together with the
 * sync token, after a full run has removed what Google did not name.
 */
final class ContactsRun {
  private static final String DOUBTED = "empty-answer-doubted";
  private static final int CHUNK = 500;

  private final Lease lease;
  private final GoogleContacts contacts;
  private final NumberPlan numbers;
  private final String accessToken;
  private final Set<String> named = new HashSet<>();
  private boolean full;
  private boolean emptyBefore;

  ContactsRun(Lease lease, GoogleContacts contacts, NumberPlan numbers, String accessToken) {
    this.lease = lease;
    this.contacts = contacts;
    this.numbers = numbers;
    this.accessToken = accessToken;
  }

  Future<Ending> from(GoogleLink link, Optional<String> lastOutcome) {
    emptyBefore = lastOutcome.filter(DOUBTED::equals).isPresent();
    full = link.syncToken().isEmpty();
    return fetch(link, link.syncToken(), Optional.empty());
  }

  private Future<Ending> fetch(
      GoogleLink link, Optional<String> syncToken, Optional<String> pageToken) {
    return lease
        .renew(link)
        .compose(
            held ->
                held.isEmpty()
                    ? Future.succeededFuture(new Ending.Stopped())
                    : contacts
                        .page(accessToken, syncToken, pageToken)
                        .compose(fetched -> take(held.get(), syncToken, fetched)));
  }

  private Future<Ending> take(GoogleLink link, Optional<String> syncToken, Fetched fetched) {
    return switch (fetched) {
      case Fetched.Page page -> page(link, syncToken, page.page());
      case Fetched.TokenExpired expired -> restart(link, syncToken);
      case Fetched.Ended ended -> lease.failed(link, new Ending.NeedsConsent());
      case Fetched.Unavailable unavailable ->
          lease.failed(link, new Ending.Failed(unavailable.why()));
    };
  }

  private Future<Ending> restart(GoogleLink link, Optional<String> syncToken) {
    if (syncToken.isEmpty()) {
      return lease.failed(link, new Ending.Failed("google-unavailable"));
    }
    full = true;
    named.clear();
    return fetch(link, Optional.empty(), Optional.empty());
  }

  private Future<Ending> page(GoogleLink link, Optional<String> syncToken, RemotePage page) {
    page.contacts().stream()
        .filter(contact -> !contact.deleted())
        .map(RemoteContact::resourceName)
        .forEach(named::add);
    if (page.nextPage().isPresent()) {
      return lease
          .inForce(link, (tx, held) -> apply(tx, held, page).map(written -> held))
          .compose(
              held ->
                  held.isEmpty()
                      ? Future.succeededFuture(new Ending.Stopped())
                      : fetch(held.get(), syncToken, page.nextPage()));
    }
    return full ? sweep(link, page) : last(link, page);
  }

  private Future<Ending> sweep(GoogleLink link, RemotePage page) {
    return lease
        .inForce(
            link,
            (tx, held) -> Mirror.names(tx, held.customer()).map(names -> new Mirrored(held, names)))
        .compose(
            mirrored ->
                mirrored.isEmpty()
                    ? Future.succeededFuture(new Ending.Stopped())
                    : sweep(mirrored.get(), page));
  }

  private record Mirrored(GoogleLink link, List<String> names) {}

  private Future<Ending> sweep(Mirrored mirrored, RemotePage page) {
    return switch (MirrorPlan.sweep(
        mirrored.names(), named, page.syncToken().isPresent(), emptyBefore)) {
      case MirrorPlan.Sweep.Doubted doubted ->
          lease.failed(mirrored.link(), new Ending.Failed(DOUBTED));
      case MirrorPlan.Sweep.Remove remove -> remove(mirrored.link(), remove.resourceNames(), page);
    };
  }

  private Future<Ending> remove(GoogleLink link, List<String> gone, RemotePage page) {
    if (gone.isEmpty()) {
      return last(link, page);
    }
    List<String> chunk = gone.subList(0, Math.min(CHUNK, gone.size()));
    List<String> rest = gone.subList(chunk.size(), gone.size());
    return lease
        .inForce(
            link,
            (tx, held) ->
                Mirror.remove(tx, held.customer(), chunk)
                    .compose(
                        removed ->
                            SyncRuns.count(tx, held.customer(), lease.run(), 0, 0, chunk.size()))
                    .map(counted -> held))
        .compose(
            held ->
                held.isEmpty()
                    ? Future.succeededFuture(new Ending.Stopped())
                    : remove(held.get(), rest, page));
  }

  private Future<Ending> last(GoogleLink link, RemotePage page) {
    return lease
        .inForce(
            link,
            (tx, held) ->
                apply(tx, held, page)
                    .compose(written -> lease.done(tx, held, nextToken(held, page))))
        .map(done -> done.orElseGet(Ending.Stopped::new));
  }

  /**
   * An incremental answer without a new token leaves the old one in use; a full one leaves none.
   */
  private Optional<String> nextToken(GoogleLink link, RemotePage page) {
    return full ? page.syncToken() : page.syncToken().or(link::syncToken);
  }

  private Future<Void> apply(Tx tx, GoogleLink link, RemotePage page) {
    CustomerId customer = link.customer();
    List<String> names = page.contacts().stream().map(RemoteContact::resourceName).toList();
    return Mirror.named(tx, customer, names)
        .map(mirror -> MirrorPlan.page(mirror, page.contacts(), numbers))
        .compose(changes -> write(tx, link, changes));
  }

  private Future<Void> write(Tx tx, GoogleLink link, MirrorChanges changes) {
    CustomerId customer = link.customer();
    Instant now = lease.now();
    if (changes.isEmpty()) {
      return Future.succeededFuture();
    }
    return Mirror.put(tx, customer, link.consent(), changes.added(), now)
        .compose(added -> Mirror.put(tx, customer, link.consent(), changes.changed(), now))
        .compose(changed -> Mirror.remove(tx, customer, changes.removed()))
        .compose(
            removed ->
                SyncRuns.count(
                    tx,
                    customer,
                    lease.run(),
                    changes.added().size(),
                    changes.changed().size(),
                    changes.removed().size()));
  }
}
