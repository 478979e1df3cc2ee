package io.permanence.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.Role;
import io.permanence.model.id.Id;
import io.permanence.model.line.LineChoices;
import io.permanence.portal.Portal.Browser;
import io.permanence.portal.http.Permissions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every operation × role × (own, another customer's, unknown), from the table itself (S1). */
class OperationTableTest {
  @RegisterExtension private static final Portal PORTAL = new Portal();
  private static final House OWN = House.build(PORTAL);
  private static final House OTHER = House.build(PORTAL);
  private static final List<Role> ROLES =
      List.of(Role.CUSTOMER_OWNER, Role.CUSTOMER_COLLEAGUE, Role.CUSTOMER_READ_ONLY);
  private static final Map<Role, Portal.Account> ACCOUNTS = new EnumMap<>(Role.class);
  private static final Map<Role, Browser> BROWSERS = new EnumMap<>(Role.class);
  private static final Portal.Account NEIGHBOUR =
      PORTAL.account(OTHER.customer(), Role.CUSTOMER_OWNER, false);
  private static final Map<String, Sample> SAMPLES = samples();

  /**
   * How an operation is tried.
   *
   * @param path with %s for the object's id
   * @param object makes one in a house; absent for operations on no single object
   */
  private record Sample(
      HttpMethod method,
      String path,
      Optional<Function<House, UUID>> object,
      Function<Role, @Nullable JsonObject> body,
      @Nullable String ifMatch,
      int own) {}

  static {
    for (Role role : ROLES) {
      Portal.Account account = PORTAL.account(OWN.customer(), role, false);
      ACCOUNTS.put(role, account);
      BROWSERS.put(role, PORTAL.signIn(account));
    }
  }

  @Test
  void everyOperationIsTried() {
    assertThat(SAMPLES.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Permissions.operations().stream()
                .filter(
                    id ->
                        !List.of("signIn", "signOut", "changePassword", "followLiveEvents")
                            .contains(id))
                .toList());
  }

  @TestFactory
  Stream<DynamicTest> everyOperationForEveryRoleOnEveryObject() {
    return SAMPLES.entrySet().stream()
        .flatMap(
            each ->
                ROLES.stream()
                    .map(
                        role ->
                            DynamicTest.dynamicTest(
                                each.getKey() + " as " + role,
                                () -> check(each.getKey(), each.getValue(), role))));
  }

  private static void check(String operation, Sample sample, Role role) {
    boolean allowed = Permissions.of(operation).orElseThrow().roles().contains(role);
    Browser browser = browser(role);
    if (sample.object().isEmpty()) {
      HttpResponse<Buffer> answer = send(browser, sample, sample.path(), role);
      assertThat(answer.statusCode())
          .as(answer.bodyAsString())
          .isEqualTo(allowed ? sample.own() : 403);
      return;
    }
    Function<House, UUID> make = sample.object().get();
    HttpResponse<Buffer> foreign = send(browser, sample, path(sample, make.apply(OTHER)), role);
    HttpResponse<Buffer> unknown = send(browser, sample, path(sample, Id.next()), role);
    HttpResponse<Buffer> own = send(browser, sample, path(sample, ofRole(make, role)), role);
    assertThat(own.statusCode()).as(own.bodyAsString()).isEqualTo(allowed ? sample.own() : 403);
    assertThat(foreign.statusCode()).as(foreign.bodyAsString()).isEqualTo(allowed ? 404 : 403);
    assertThat(foreign.statusCode()).isEqualTo(unknown.statusCode());
    assertThat(foreign.bodyAsString()).isEqualTo(unknown.bodyAsString());
  }

  private static UUID ofRole(Function<House, UUID> make, Role role) {
    actor = account(role);
    try {
      return make.apply(OWN);
    } finally {
      actor = NEIGHBOUR;
    }
  }

  private static Portal.Account actor = NEIGHBOUR;

  @TestFactory
  Stream<DynamicTest> nobodyIsRefusedEverywhere() {
    return SAMPLES.entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () ->
                        assertThat(
                                send(
                                        PORTAL.nobody(),
                                        each.getValue(),
                                        path(each.getValue(), Id.next()),
                                        Role.CUSTOMER_OWNER)
                                    .statusCode())
                            .isEqualTo(401)));
  }

  @TestFactory
  Stream<DynamicTest> whoHasATemporaryPasswordIsRefusedEverywhere() {
    Browser browser = PORTAL.signIn(PORTAL.account(OWN.customer(), Role.CUSTOMER_OWNER, true));
    return SAMPLES.entrySet().stream()
        .filter(each -> !each.getKey().equals("getCurrentSession"))
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () ->
                        assertThat(
                                send(
                                        browser,
                                        each.getValue(),
                                        path(each.getValue(), Id.next()),
                                        Role.CUSTOMER_OWNER)
                                    .bodyAsString())
                            .contains("password-change-required")));
  }

  private static String path(Sample sample, UUID id) {
    return sample.path().formatted(id);
  }

  private static HttpResponse<Buffer> send(Browser browser, Sample sample, String path, Role role) {
    return browser.send(sample.method(), path, sample.body().apply(role), sample.ifMatch());
  }

  private static Portal.Account account(Role role) {
    return Optional.ofNullable(ACCOUNTS.get(role)).orElseThrow();
  }

  private static Browser browser(Role role) {
    return Optional.ofNullable(BROWSERS.get(role)).orElseThrow();
  }

  private static Map<String, Sample> samples() {
    Map<String, Sample> all = new java.util.TreeMap<>();
    all.put("getCurrentSession", get("/sessions/current"));
    all.put(
        "updateAccount",
        on(HttpMethod.PATCH, "/accounts/current", () -> json("language", "en"), 200));
    all.put("listCalls", get("/calls"));
    all.put("getCall", getOne("/calls/%s", house -> house.call(Portal.NOON, "+33639980150")));
    all.put("getNote", getOne("/notes/%s", House::note));
    all.put("hearNote", getOne("/notes/%s/audio", House::voicemail));
    all.put(
        "updateNote",
        one(HttpMethod.PATCH, "/notes/%s", House::note, () -> json("read", true), "\"1\"", 200));
    all.put(
        "deleteNote",
        one(HttpMethod.DELETE, "/notes/%s", OperationTableTest::binned, null, "\"2\"", 204));
    all.put(
        "giveFeedback",
        one(
            HttpMethod.PUT,
            "/notes/%s/feedback",
            House::note,
            () -> json("rating", "GOOD").putNull("comment"),
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
            () -> json("putThrough", "NONE"),
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
                json("outOfHours", LineChoices.USUAL.outOfHours().name())
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
                json("lineId", OWN.line().toString())
                    .put("number", "+33639980150")
                    .put("at", Portal.NOON.toString()),
            200));
    all.put(
        "replayLastWeek", on(HttpMethod.POST, "/replays", OperationTableTest::instruction, 200));
    all.put("listInstructions", get("/instructions"));
    all.put(
        "createInstruction",
        on(HttpMethod.POST, "/instructions", () -> instruction().put("id", fresh()), 201));
    all.put("getInstruction", getOne("/instructions/%s", House::instruction));
    all.put(
        "replaceInstruction",
        one(
            HttpMethod.PUT,
            "/instructions/%s",
            House::instruction,
            OperationTableTest::instruction,
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
            () -> json("id", fresh()).put("number", number()).put("label", "Bureau"),
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
            () -> json("id", fresh()).put("by", "SMS"),
            null,
            201));
    all.put("getNumberCode", getOne("/forwarding-numbers/%s/codes/latest", House::numberWithCode));
    all.put(
        "proveForwardingNumber",
        one(
            HttpMethod.PUT,
            "/forwarding-numbers/%s/proof",
            House::number,
            () -> json("code", "123456"),
            null,
            200));
    all.put("getIntakeScript", get("/intake-script"));
    all.put(
        "replaceIntakeScript",
        new Sample(
            HttpMethod.PUT,
            "/intake-script",
            Optional.empty(),
            OperationTableTest::firstScript,
            "\"0\"",
            200));
    all.put("listContacts", get("/contacts"));
    all.put(
        "createContact", on(HttpMethod.POST, "/contacts", () -> contact().put("id", fresh()), 201));
    all.put("getContact", getOne("/contacts/%s", house -> house.contact("Anne")));
    all.put(
        "replaceContact",
        one(
            HttpMethod.PUT,
            "/contacts/%s",
            house -> house.contact("Anne"),
            OperationTableTest::contact,
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
            () -> json("mark", "VIP"),
            "\"1\"",
            200));
    all.put("getNotificationPreferences", get("/notification-preferences"));
    all.put(
        "replaceNotificationPreferences",
        new Sample(
            HttpMethod.PUT,
            "/notification-preferences",
            Optional.empty(),
            role -> preferences(),
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
                json("id", fresh())
                    .put("token", "demo-" + fresh())
                    .put("label", "Essai")
                    .put("consentId", pushConsent(account(role)).toString()),
            201));
    all.put("removeDevice", one(HttpMethod.DELETE, "/devices/%s", h -> device(), null, null, 204));
    all.put("listConsentTexts", get("/consent-texts?language=fr"));
    all.put("listConsents", get("/consents"));
    all.put("giveConsent", on(HttpMethod.POST, "/consents", OperationTableTest::consent, 201));
    all.put(
        "withdrawConsent",
        one(HttpMethod.PUT, "/consents/%s/withdrawal", h -> pushConsent(actor), null, null, 200));
    all.put("getGoogleLink", get("/google-link"));
    all.put(
        "startGoogleAuthorization",
        on(
            HttpMethod.POST,
            "/google-link/authorizations",
            () -> json("purpose", "google-contacts"),
            409));
    return all;
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

  private static JsonObject json(String name, Object value) {
    return new JsonObject().put(name, value);
  }

  static String fresh() {
    return Id.next().toString();
  }

  private static int numbers = 40;

  private static String number() {
    return "+336399840" + numbers++;
  }

  private static JsonObject firstScript(Role role) {
    OWN.run("delete from intake_script where customer_id = ?", OWN.customer().value());
    return json("questions", new JsonArray());
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

  static JsonObject instruction() {
    return new JsonObject()
        .put("lineId", OWN.line().toString())
        .put(
            "window",
            new JsonObject()
                .put("kind", "ONE_OFF")
                .put("from", "2026-12-24T08:00:00Z")
                .put("to", "2026-12-26T08:00:00Z"))
        .put("greeting", "Cabinet, bonjour")
        .put("putThrough", "NONE")
        .put("mode", "ANNOUNCED")
        .put("message", "Fermé pour les fêtes.")
        .put("ladder", new JsonArray())
        .putNull("secretaryNotes");
  }

  private static JsonObject contact() {
    return new JsonObject()
        .put("name", "Anne")
        .putNull("company")
        .put("numbers", new JsonArray())
        .putNull("email")
        .putNull("remarks")
        .put("mark", "NONE");
  }

  static JsonObject preferences() {
    JsonArray rules = new JsonArray();
    for (String channel : List.of("PUSH", "EMAIL", "SMS")) {
      for (String urgency : List.of("NORMAL", "URGENT")) {
        rules.add(
            new JsonObject()
                .put("channel", channel)
                .put("urgency", urgency)
                .put("enabled", channel.equals("PUSH")));
      }
    }
    return new JsonObject()
        .putNull("emailAddress")
        .putNull("smsNumber")
        .put("rules", rules)
        .put("incomingCalls", false)
        .putNull("quietHours");
  }

  private static JsonObject consent() {
    String hash =
        PORTAL
            .postgres
            .look(
                """
                select hash from consent_text
                where purpose = 'optional-email' and language = 'fr' and version = 1\
                """)
            .getFirst();
    return new JsonObject()
        .put("id", fresh())
        .put("purpose", "optional-email")
        .put("textVersion", 1)
        .put("textHash", hash)
        .put("language", "fr");
  }

  private static UUID pushConsent(Portal.Account account) {
    UUID id = Id.next();
    PORTAL.postgres.execute(
        """
        update consent set withdrawn_at = given_at, withdrawn_how = 'APP', withdrawn_by = given_by
        where account_id = ? and purpose = 'push' and withdrawn_at is null\
        """,
        account.id().value());
    PORTAL.postgres.execute(
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

  private static UUID device() {
    UUID id = Id.next();
    PORTAL.postgres.execute(
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
