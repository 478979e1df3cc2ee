package io.permanence.portal.contact;

import io.permanence.model.NumberPlan;
import io.permanence.model.id.ContactId;
import io.permanence.model.line.CallerMark;
import io.permanence.model.line.MarkedCaller;
import io.permanence.portal.http.Answer;
import io.permanence.portal.http.Cursor;
import io.permanence.portal.http.Operation;
import io.permanence.portal.http.Request;
import io.permanence.runtime.http.Problem;
import io.permanence.store.Database;
import io.permanence.store.Tx;
import io.permanence.store.contact.Contact;
import io.permanence.store.contact.ContactFilter;
import io.permanence.store.contact.ContactKey;
import io.permanence.store.contact.Contacts;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The address book. Mirrored contacts are read-only but for their mark. */
public final class ContactHandlers {
  private final Database database;
  private final NumberPlan plan;

  /** Works on the customer's contacts. */
  public ContactHandlers(Database database, NumberPlan plan) {
    this.database = database;
    this.plan = plan;
  }

  /** The operations by their ids. */
  public Map<String, Operation> operations() {
    return Map.of(
        "listContacts", this::list,
        "createContact", this::create,
        "getContact", this::get,
        "replaceContact", this::replace,
        "deleteContact", this::delete,
        "markContact", this::mark);
  }

  private Future<Answer> list(Request request) {
    int limit = request.limit();
    ContactFilter filter =
        new ContactFilter(
            request.query("text").map(String::strip).filter(text -> !text.isEmpty()),
            request.query("mark").map(CallerMark::valueOf),
            request.query("origin").map("GOOGLE"::equals),
            request.query("cursor").map(ContactHandlers::position));
    return database
        .inTransaction(request.customer(), tx -> Contacts.page(tx, filter, limit + 1))
        .map(found -> Answer.ok(page(found, limit)));
  }

  private static ContactFilter.Position position(String cursor) {
    List<String> parts = Cursor.parts(cursor, 2);
    return new ContactFilter.Position(parts.get(0), parts.get(1));
  }

  private static ContactView.Page page(List<Contacts.Placed> found, int limit) {
    List<Contacts.Placed> contacts = found.subList(0, Math.min(limit, found.size()));
    Optional<String> next =
        found.size() > limit
            ? Optional.of(contacts.getLast().position())
                .map(position -> Cursor.of(position.sortName(), position.key()))
            : Optional.empty();
    return new ContactView.Page(
        contacts.stream().map(each -> ContactView.of(each.contact())).toList(), next);
  }

  private Future<Answer> get(Request request) {
    return database
        .inTransaction(request.customer(), tx -> found(tx, request))
        .map(ContactHandlers::shown);
  }

  private static Answer shown(Contact contact) {
    return Answer.ok(ContactView.of(contact), contact.version());
  }

  private static Future<Contact> found(Tx tx, Request request) {
    return ContactKey.parse(request.text("contactId"))
        .map(key -> Contacts.find(tx, key))
        .orElse(Future.succeededFuture(Optional.empty()))
        .map(contact -> contact.orElseThrow(() -> Problem.notFound().exception()));
  }

  private Future<Answer> create(Request request) {
    ContactId id = new ContactId(request.body().id("id"));
    Contact wish = ContactForm.read(request.body(), new ContactKey.Own(id), 1, plan, request.now());
    return database.inTransaction(
        request.customer(),
        tx ->
            Contacts.add(tx, request.customer(), id, wish, request.now())
                .compose(
                    first ->
                        Contacts.find(tx, wish.key())
                            .map(Optional::orElseThrow)
                            .compose(
                                kept ->
                                    first || same(kept, wish)
                                        ? Future.succeededFuture(
                                            Answer.created(
                                                first, ContactView.of(kept), kept.version()))
                                        : conflict(
                                            "id-already-used",
                                            "This id stands for another contact."))));
  }

  private static boolean same(Contact kept, Contact wish) {
    return kept.name().equals(wish.name())
        && kept.company().equals(wish.company())
        && kept.email().equals(wish.email())
        && kept.remarks().equals(wish.remarks())
        && kept.mark() == wish.mark()
        && kept.vipMode().equals(wish.vipMode())
        && List.copyOf(kept.numbers()).containsAll(wish.numbers())
        && kept.numbers().size() == wish.numbers().size();
  }

  private Future<Answer> replace(Request request) {
    int version = request.version();
    return database
        .inTransaction(
            request.customer(),
            tx ->
                own(tx, request)
                    .compose(
                        key ->
                            Contacts.replace(
                                tx,
                                request.customer(),
                                key.id(),
                                ContactForm.read(request.body(), key, version, plan, request.now()),
                                request.now()))
                    .compose(ContactHandlers::inTime)
                    .compose(done -> found(tx, request)))
        .map(ContactHandlers::shown);
  }

  private static Future<ContactKey.Own> own(Tx tx, Request request) {
    return found(tx, request)
        .compose(
            contact ->
                switch (contact.key()) {
                  case ContactKey.Own own -> Future.succeededFuture(own);
                  case ContactKey.Google mirrored ->
                      conflict("read-only-mirror", "This contact is edited at Google.");
                });
  }

  private static Future<Void> inTime(boolean written) {
    return written
        ? Future.succeededFuture()
        : Future.failedFuture(Problem.changedMeanwhile().exception());
  }

  private static <T> Future<T> conflict(String type, String title) {
    return Future.failedFuture(Problem.conflict(type, title).exception());
  }

  private Future<Answer> delete(Request request) {
    int version = request.version();
    return database
        .inTransaction(
            request.customer(),
            tx ->
                own(tx, request)
                    .compose(key -> Contacts.delete(tx, key.id(), version))
                    .compose(ContactHandlers::inTime))
        .map(done -> Answer.nothing());
  }

  private Future<Answer> mark(Request request) {
    int version = request.version();
    MarkedCaller mark =
        new MarkedCaller(
            request.body().word("mark", CallerMark.class), ContactForm.vipMode(request.body()));
    return database
        .inTransaction(
            request.customer(),
            tx ->
                found(tx, request)
                    .compose(
                        contact ->
                            contact.version() == version
                                ? Contacts.mark(
                                    tx, request.customer(), contact, mark, request.now())
                                : Future.succeededFuture(false))
                    .compose(ContactHandlers::inTime)
                    .compose(done -> found(tx, request)))
        .map(ContactHandlers::shown);
  }
}
