package io.permanence.portal;

import io.permanence.model.Role;
import io.permanence.model.id.Id;
import io.permanence.model.line.LineChoices;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How each operation of the contract is tried once, so that it succeeds for whoever may. */
final class OperationSamples {
  /**
   * How an operation is tried.
   *
   * @param path with %s for the object's id
   * @param object makes one in a house; absent for operations on no single object
   */
  record Sample(
      HttpMethod method,
      String path,
      Optional<Function<House, UUID>> object,
      Function<Role, @Nullable JsonObject> body,
      @Nullable String ifMatch,
      int own) {}

  private final Portal portal;
  private final House own;
  private final Function<Role, Portal.Account> accounts;
  private final Portal.Account neighbour;
  private Portal.Account actor;

  /**
   * Samples whose bodies are about that house.
   *
   * @param accounts who tries, by role
   * @param neighbour whose the objects of accounts are in every other house
   */
  OperationSamples(
      Portal portal, House own, Function<Role, Portal.Account> accounts, Portal.Account neighbour) {
    this.portal = portal;
    this.own = own;
    this.accounts = accounts;
    this.neighbour = neighbour;
    this.actor = neighbour;
  }

  /**
   * An object of the own house that belongs to the account of that role, where it belongs to one.
   */
  UUID ofRole(Function<House, UUID> make, Role role) {
    actor = accounts.apply(role);
    try {
      return make.apply(own);
    } finally {
      actor = neighbour;
    }
  }

  /** By the operation's id. */
  Map<String, Sample> all() {
    Map<String, Sample> all = new java.util.TreeMap<>();
    all.put("getCurrentSession", get("/sessions/current"));
    all.put(
        "updateAccount",
        on(HttpMethod.PATCH, "/accounts/current", () -> Bodies.json("language", "en"), 200));
    all.put("listCalls", get("/calls"));
    all.put("getCall", getOne("/calls/%s", house -> house.call(Portal.NOON, "+33639980150")));
    all.put("getNote", getOne("/notes/%s", House::note));
    all.put("hearNote", getOne("/notes/%s/audio", House::voicemail));
    all.put(
        "updateNote",
        one(
            HttpMethod.PATCH,
            "/notes/%s",
            House::note,
            () -> Bodies.json("read", true),
            "\"1\"",
            200));
    all.put(
        "deleteNote",
        one(HttpMethod.DELETE, "/notes/%s", OperationSamples::binned, null, "\"2\"", 204));
    all.put(
        "giveFeedback",
        one(
            HttpMethod.PUT,
            "/notes/%s/feedback",
            House::note,
            () -> Bodies.json("rating", "GOOD").putNull("comment"),
            null,
            200));
    all.put(
        "withdrawFeedback",
        one(HttpMethod.DELETE, "/notes/%s/feedback", House::note, null, null, 204));
    all.put("listDeliveries", getOne("/notes/%s/deliveries", House::note));
    all.put("getFigures", get("/figures"));
    all.put("getDayFigures", get("/figures/2026-11-20"));
    all.put("listLines", get("/lines"));
    all.put(
        "changeLineNow",
        one(
            HttpMethod.PUT,
            "/lines/%s/quick-change",
            House::line,
            () -> Bodies.json("putThrough", "NONE"),
            null,
            200));
    all.put(
        "endLineQuickChange",
        one(HttpMethod.DELETE, "/lines/%s/quick-change", House::line, null, null, 200));
    all.put(
        "chooseForLine",
        one(
            HttpMethod.PUT,
            "/lines/%s/choices",
            House::line,
            () ->
                Bodies.json("outOfHours", LineChoices.USUAL.outOfHours().name())
                    .put("blockedCallers", LineChoices.USUAL.blockedCallers().name())
                    .put("withheldCallers", LineChoices.USUAL.withheldCallers().name())
                    .put("whenBusy", LineChoices.USUAL.whenBusy().name())
                    .put("holidays", LineChoices.USUAL.holidays().name()),
            "\"" + LineChoices.USUAL.version() + "\"",
            200));
    all.put(
        "previewCall",
        on(
            HttpMethod.POST,
            "/previews",
            () ->
                Bodies.json("lineId", own.line().toString())
                    .put("number", "+33639980150")
                    .put("at", Portal.NOON.toString()),
            200));
    all.put("replayLastWeek", on(HttpMethod.POST, "/replays", this::instruction, 200));
    all.put("listInstructions", get("/instructions"));
    all.put(
        "createInstruction",
        on(HttpMethod.POST, "/instructions", () -> instruction().put("id", Bodies.fresh()), 201));
    all.put("getInstruction", getOne("/instructions/%s", House::instruction));
    all.put(
        "replaceInstruction",
        one(
            HttpMethod.PUT,
            "/instructions/%s",
            House::instruction,
            this::instruction,
            "\"1\"",
            200));
    all.put(
        "deleteInstruction",
        one(HttpMethod.DELETE, "/instructions/%s", House::instruction, null, "\"1\"", 204));
    all.put("listForwardingNumbers", get("/forwarding-numbers"));
    all.put(
        "addForwardingNumber",
        on(
            HttpMethod.POST,
            "/forwarding-numbers",
            () ->
                Bodies.json("id", Bodies.fresh())
                    .put("number", Bodies.number())
                    .put("label", "Bureau"),
            201));
    all.put(
        "removeForwardingNumber",
        one(HttpMethod.DELETE, "/forwarding-numbers/%s", House::forwardingNumber, null, null, 204));
    all.put(
        "sendNumberCode",
        one(
            HttpMethod.POST,
            "/forwarding-numbers/%s/codes",
            House::unprovenNumber,
            () -> Bodies.json("id", Bodies.fresh()).put("by", "SMS"),
            null,
            201));
    all.put("getNumberCode", getOne("/forwarding-numbers/%s/codes/latest", House::numberWithCode));
    all.put(
        "proveForwardingNumber",
        one(
            HttpMethod.PUT,
            "/forwarding-numbers/%s/proof",
            House::number,
            () -> Bodies.json("code", "123456"),
            null,
            200));
    all.put("getIntakeScript", get("/intake-script"));
    all.put(
        "replaceIntakeScript",
        new Sample(
            HttpMethod.PUT, "/intake-script", Optional.empty(), this::firstScript, "\"0\"", 200));
    all.put("listContacts", get("/contacts"));
    all.put(
        "createContact",
        on(HttpMethod.POST, "/contacts", () -> Bodies.contact().put("id", Bodies.fresh()), 201));
    all.put("getContact", getOne("/contacts/%s", house -> house.contact("Anne")));
    all.put(
        "replaceContact",
        one(
            HttpMethod.PUT,
            "/contacts/%s",
            house -> house.contact("Anne"),
            Bodies::contact,
            "\"1\"",
            200));
    all.put(
        "deleteContact",
        one(HttpMethod.DELETE, "/contacts/%s", house -> house.contact("Anne"), null, "\"1\"", 204));
    all.put(
        "markContact",
        one(
            HttpMethod.PUT,
            "/contacts/%s/mark",
            house -> house.contact("Anne"),
            () -> Bodies.json("mark", "VIP"),
            "\"1\"",
            200));
    all.put("getNotificationPreferences", get("/notification-preferences"));
    all.put(
        "replaceNotificationPreferences",
        new Sample(
            HttpMethod.PUT,
            "/notification-preferences",
            Optional.empty(),
            role -> Bodies.preferences(),
            "\"1\"",
            200));
    all.put("getPushConfiguration", get("/push-configuration"));
    all.put("listDevices", get("/devices"));
    all.put(
        "registerDevice",
        on(
            HttpMethod.POST,
            "/devices",
            role ->
                Bodies.json("id", Bodies.fresh())
                    .put("token", "demo-" + Bodies.fresh())
                    .put("label", "Essai")
                    .put("consentId", pushConsent(accounts.apply(role)).toString()),
            201));
    all.put(
        "removeDevice", one(HttpMethod.DELETE, "/devices/%s", house -> device(), null, null, 204));
    all.put("listConsentTexts", get("/consent-texts?language=fr"));
    all.put("listConsents", get("/consents"));
    all.put("giveConsent", on(HttpMethod.POST, "/consents", this::consent, 201));
    all.put(
        "withdrawConsent",
        one(
            HttpMethod.PUT,
            "/consents/%s/withdrawal",
            house -> pushConsent(actor),
            null,
            null,
            200));
    all.put("getGoogleLink", get("/google-link"));
    all.put(
        "startGoogleAuthorization",
        on(
            HttpMethod.POST,
            "/google-link/authorizations",
            () -> Bodies.json("purpose", "google-contacts"),
            409));
    return all;
  }

  /** Lists that may be asked for one line, each so asked; by the operation's id. */
  Map<String, Sample> ofOneLine() {
    return Map.of(
        "listCalls", getOne("/calls?lineId=%s", House::line),
        "getFigures", getOne("/figures?lineId=%s", House::line),
        "getDayFigures", getOne("/figures/2026-11-20?lineId=%s", House::line),
        "listInstructions", getOne("/instructions?lineId=%s", House::line));
  }

  private static Sample get(String path) {
    return new Sample(HttpMethod.GET, path, Optional.empty(), role -> null, null, 200);
  }

  private static Sample getOne(String path, Function<House, UUID> object) {
    return new Sample(HttpMethod.GET, path, Optional.of(object), role -> null, null, 200);
  }

  private static Sample on(HttpMethod method, String path, Supplier<JsonObject> body, int own) {
    return on(method, path, role -> body.get(), own);
  }

  private static Sample on(
      HttpMethod method, String path, Function<Role, @Nullable JsonObject> body, int own) {
    return new Sample(method, path, Optional.empty(), body, null, own);
  }

  private static Sample one(
      HttpMethod method,
      String path,
      Function<House, UUID> object,
      @Nullable Supplier<JsonObject> body,
      @Nullable String ifMatch,
      int own) {
    return new Sample(
        method, path, Optional.of(object), role -> body == null ? null : body.get(), ifMatch, own);
  }

  private JsonObject instruction() {
    return Bodies.instruction(own.line());
  }

  private JsonObject firstScript(Role role) {
    own.run("delete from intake_script where customer_id = ?", own.customer().value());
    return Bodies.json("questions", new JsonArray());
  }

  private static UUID binned(House house) {
    UUID note = house.note();
    house.run(
        "insert into note_state (customer_id, note_id, binned_at) values (?, ?, ?)",
        house.customer().value(),
        note,
        Portal.NOON);
    return note;
  }

  private JsonObject consent() {
    String hash =
        portal
            .postgres
            .look(
                """
                select hash from consent_text
                where purpose = 'optional-email' and language = 'fr' and version = 1\
                """)
            .getFirst();
    return new JsonObject()
        .put("id", Bodies.fresh())
        .put("purpose", "optional-email")
        .put("textVersion", 1)
        .put("textHash", hash)
        .put("language", "fr");
  }

  private UUID pushConsent(Portal.Account account) {
    UUID id = Id.next();
    portal.postgres.execute(
        """
        update consent set withdrawn_at = given_at, withdrawn_how = 'APP', withdrawn_by = given_by
        where account_id = ? and purpose = 'push' and withdrawn_at is null\
        """,
        account.id().value());
    portal.postgres.execute(
        """
        insert into consent (customer_id, id, account_id, purpose, text_version, text_language,
          text_hash, given_at, given_how, given_by)
        select ?, ?, ?, purpose, version, language, hash, published_at, 'APP', ?
        from consent_text where purpose = 'push' and language = 'fr'\
        """,
        account.customer().value(),
        id,
        account.id().value(),
        account.id().value());
    return id;
  }

  private UUID device() {
    UUID id = Id.next();
    portal.postgres.execute(
        """
        insert into device (customer_id, id, account_id, token, consent_id, registered_at, seen_at)
        values (?, ?, ?, ?, ?, ?, ?)\
        """,
        actor.customer().value(),
        id,
        actor.id().value(),
        "demo-" + id,
        pushConsent(actor),
        Portal.NOON,
        Portal.NOON);
    return id;
  }
}
