package io.permanence.portal.consent;

import io.permanence.model.id.ConsentId;
import io.permanence.model.id.Id;
import io.permanence.portal.http.Answer;
import io.permanence.portal.http.Operation;
import io.permanence.portal.http.Request;
import io.permanence.runtime.http.Problem;
import io.permanence.store.Database;
import io.permanence.store.Tx;
import io.permanence.store.consent.Consent;
import io.permanence.store.consent.ConsentText;
import io.permanence.store.consent.Consents;
import io.permanence.store.consent.Purpose;
import io.permanence.store.device.Devices;
import io.permanence.store.google.GoogleRequest;
import io.permanence.store.google.GoogleRequests;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The person's consents: given to exactly the text shown, withdrawn as easily. */
public final class ConsentHandlers {
  private static final String HOW = "APP";

  private final Database database;

  /** Works on the consent register. */
  public ConsentHandlers(Database database) {
    this.database = database;
  }

  /** The operations by their ids. */
  public Map<String, Operation> operations() {
    return Map.of(
        "listConsentTexts", this::texts,
        "listConsents", this::list,
        "giveConsent", this::give,
        "withdrawConsent", this::withdraw);
  }

  private Future<Answer> texts(Request request) {
    String language = request.query("language").orElseThrow();
    return database
        .inTransaction(request.customer(), tx -> Consents.texts(tx, language, request.now()))
        .map(
            texts ->
                Answer.ok(
                    new ConsentView.Texts(texts.stream().map(ConsentView.Text::of).toList())));
  }

  private Future<Answer> list(Request request) {
    return database
        .inTransaction(request.customer(), tx -> Consents.of(tx, request.account()))
        .map(all -> Answer.ok(new ConsentView.Listed(all.stream().map(ConsentView::of).toList())));
  }

  private Future<Answer> give(Request request) {
    Consent wish = wish(request);
    return database.inTransaction(
        request.customer(),
        tx ->
            Consents.find(tx, request.account(), wish.id())
                .compose(
                    existing ->
                        existing.isPresent()
                            ? repeated(existing.get(), wish)
                            : record(tx, request, wish)));
  }

  private static Consent wish(Request request) {
    return new Consent(
        new ConsentId(request.body().id("id")),
        request.account(),
        Purpose.of(request.body().text("purpose")).orElseThrow(),
        request.body().number("textVersion"),
        request.body().text("language"),
        request.body().text("textHash"),
        request.now(),
        HOW,
        Optional.empty());
  }

  private static Future<Answer> repeated(Consent existing, Consent wish) {
    boolean same =
        existing.purpose() == wish.purpose()
            && existing.textVersion() == wish.textVersion()
            && existing.textHash().equals(wish.textHash())
            && existing.textLanguage().equals(wish.textLanguage());
    return same
        ? Future.succeededFuture(Answer.created(false, ConsentView.of(existing)))
        : conflict("id-already-used", "This id stands for another consent.");
  }

  private static Future<Answer> record(Tx tx, Request request, Consent wish) {
    return Consents.texts(tx, wish.textLanguage(), request.now())
        .compose(
            texts ->
                shown(texts, wish)
                    ? Consents.give(tx, request.customer(), wish)
                    : conflict("text-outdated", "Show the text in force and ask again."))
        .compose(
            given ->
                given
                    ? Future.succeededFuture(Answer.created(true, ConsentView.of(wish)))
                    : conflict("already-given", "A consent for this purpose is in force."));
  }

  /** Whether the text in force is the very one that was shown. */
  private static boolean shown(List<ConsentText> texts, Consent wish) {
    return texts.stream()
        .anyMatch(
            text ->
                text.purpose() == wish.purpose()
                    && text.version() == wish.textVersion()
                    && text.hash().equals(wish.textHash()));
  }

  private static <T> Future<T> conflict(String type, String title) {
    return Future.failedFuture(Problem.conflict(type, title).exception());
  }

  private Future<Answer> withdraw(Request request) {
    ConsentId id = new ConsentId(request.id("consentId"));
    return database
        .inTransaction(
            request.customer(),
            tx ->
                Consents.find(tx, request.account(), id)
                    .map(found -> found.orElseThrow(() -> Problem.notFound().exception()))
                    .compose(consent -> end(tx, request, consent))
                    .compose(ended -> Consents.find(tx, request.account(), id)))
        .map(consent -> Answer.ok(ConsentView.of(consent.orElseThrow())));
  }

  /** Withdraws, and ends in the same transaction what rested on the consent (E4). */
  private static Future<Void> end(Tx tx, Request request, Consent consent) {
    return Consents.withdraw(tx, consent.id(), request.account(), HOW, request.now())
        .compose(
            first -> {
              if (!first) {
                return Future.succeededFuture();
              }
              return switch (consent.purpose()) {
                case PUSH -> Devices.removeAll(tx, request.account());
                case GOOGLE_CONTACTS, GOOGLE_CALENDAR ->
                    GoogleRequests.append(
                        tx,
                        GoogleRequest.withdraw(
                            request.customer(),
                            Id.next(),
                            request.account(),
                            consent.id(),
                            request.now()));
                case OPTIONAL_EMAIL, DEVICE_CONTACTS -> Future.succeededFuture();
              };
            });
  }
}
