package io.permanence.testing.standin.google.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.people.v1.PeopleService;
import com.google.api.services.people.v1.model.ListConnectionsResponse;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.PhoneNumber;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import io.permanence.testing.standin.Http;
import io.permanence.testing.standin.Waiting;
import io.permanence.testing.standin.google.oauth.AccessTokens.Access;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class PeopleStandInTest {
  private static final String MARTIN = "martin@example.org";
  private static final String SCOPE = "https://www.googleapis.com/auth/contacts";
  private static final Map<String, Access> TOKENS =
      Map.of(
          "writer", new Access(MARTIN, Set.of(SCOPE)),
          "reader", new Access(MARTIN, Set.of(SCOPE + ".readonly")),
          "other", new Access(MARTIN, Set.of("openid")));

  private final ShiftedClock clock = new ShiftedClock();
  private PeopleStandIn google;

  @BeforeEach
  void start(Vertx vertx) {
    google =
        Waiting.on(
            PeopleStandIn.start(
                vertx,
                0,
                bearer -> Future.succeededFuture(Optional.ofNullable(TOKENS.get(bearer))),
                clock));
    google.put(MARTIN, "c1", PeopleStandIn.person("Jeanne", "Petit", "+33 6 39 98 01 01"));
    google.put(MARTIN, "c2", PeopleStandIn.person("Loïc", "Garage", "06 39 98 01 02"));
    google.put(MARTIN, "c3", PeopleStandIn.person("Zoé", "Roy"));
  }

  @AfterEach
  void stop() {
    Waiting.on(google.close());
  }

  @Test
  void aFullSyncPagesToTheEndAndOnlyItsLastPageHasASyncToken() throws IOException {
    var first = list("reader").setPageSize(2).execute();
    assertThat(names(first)).containsExactly("Jeanne Petit", "Loïc Garage");
    assertThat(first.getNextSyncToken()).isNull();

    var last = list("reader").setPageSize(2).setPageToken(first.getNextPageToken()).execute();
    assertThat(names(last)).containsExactly("Zoé Roy");
    assertThat(last.getNextSyncToken()).isNotEmpty();
    assertThat(last.getNextPageToken()).isNull();
  }

  @Test
  void aContactIsShownWithWhatGoogleAddsAndNoFieldThatWasNotAskedFor() throws IOException {
    Person jeanne = list("reader").execute().getConnections().getFirst();

    assertThat(jeanne.getResourceName()).isEqualTo("people/c1");
    assertThat(jeanne.getEtag()).isNotEmpty();
    assertThat(jeanne.getPhoneNumbers().getFirst().getCanonicalForm()).isEqualTo("+33639980101");
    assertThat(jeanne.getNames().getFirst().getMetadata().getPrimary()).isTrue();
    assertThat(jeanne.getMetadata()).isNull();
    Person namesOnly =
        client("reader").people().get("people/c1").setPersonFields("names").execute();
    assertThat(namesOnly.getPhoneNumbers()).isNull();
  }

  @Test
  void anIncrementalSyncTellsChangesAndDeletionsOnly() throws IOException {
    String token = list("reader").execute().getNextSyncToken();
    google.put(MARTIN, "c2", PeopleStandIn.person("Loïc", "Garagiste"));
    google.remove(MARTIN, "c3");

    var changes = list("reader").setSyncToken(token).execute();

    assertThat(changes.getConnections())
        .extracting(Person::getResourceName)
        .containsExactly("people/c2", "people/c3");
    assertThat(changes.getConnections().get(1).getMetadata().getDeleted()).isTrue();
    assertThat(changes.getConnections().get(1).getNames()).isNull();
    var nothing = list("reader").setSyncToken(changes.getNextSyncToken()).execute();
    assertThat(nothing.getConnections()).isNull();
  }

  @Test
  void aSyncTokenWantsTheParametersItWasGivenFor() throws IOException {
    String token = list("reader").execute().getNextSyncToken();

    var refused =
        refusal(() -> list("reader").setPersonFields("names").setSyncToken(token).execute());
    assertThat(refused.getStatusCode()).isEqualTo(400);
    assertThat(refused.getDetails().get("status")).isEqualTo("INVALID_ARGUMENT");
  }

  @Test
  void aPageTokenWantsTheParametersItWasGivenFor() throws IOException {
    String token = list("reader").setPageSize(1).execute().getNextPageToken();

    assertThat(refusal(() -> list("reader").setPageSize(2).setPageToken(token).execute()))
        .extracting(GoogleJsonResponseException::getStatusCode)
        .isEqualTo(400);
  }

  @Test
  void aSyncTokenDiesSevenDaysAfterItsFullSync() throws IOException {
    String first = list("reader").execute().getNextSyncToken();
    clock.pass(Duration.ofDays(6));
    String second = list("reader").setSyncToken(first).execute().getNextSyncToken();
    clock.pass(Duration.ofDays(1));

    assertThat(reason(refusal(() -> list("reader").setSyncToken(second).execute())))
        .isEqualTo("EXPIRED_SYNC_TOKEN");
  }

  @Test
  void aSyncTokenThatGoogleForgotHasExpired() throws IOException {
    String token = list("reader").execute().getNextSyncToken();
    Http.send("POST", google.url() + "/control/people/" + MARTIN + "/expire-sync-tokens", "");

    assertThat(reason(refusal(() -> list("reader").setSyncToken(token).execute())))
        .isEqualTo("EXPIRED_SYNC_TOKEN");
  }

  @Test
  void theFirstPageOfAFullSyncHasAQuotaOfItsOwn() throws IOException {
    google.limitFullSyncs(1);
    String token = list("reader").execute().getNextSyncToken();

    assertThat(refusal(() -> list("reader").execute()).getStatusCode()).isEqualTo(429);
    assertThat(list("reader").setSyncToken(token).execute()).isNotNull();
    clock.pass(Duration.ofMinutes(1));
    assertThat(list("reader").execute().getConnections()).hasSize(3);
  }

  @Test
  void theMaskIsRequiredAndChecked() {
    var people = client("reader").people();

    assertThat(refusal(() -> people.connections().list("people/me").execute()))
        .hasMessageContaining("personFields mask is required");
    assertThat(refusal(() -> list("reader").setPersonFields("names,shoes").execute()))
        .hasMessageContaining("Invalid personFields mask path: \\\"shoes\\\"");
    assertThat(refusal(() -> list("reader").setPageSize(1_001).execute()).getStatusCode())
        .isEqualTo(400);
    assertThat(refusal(() -> list("reader").set("colour", "red").execute()))
        .hasMessageContaining("Cannot bind query parameter");
  }

  @Test
  void onlyAVouchedForTokenWithTheScopeIsServed() {
    assertThat(refusal(() -> list("nobody").execute()).getStatusCode()).isEqualTo(401);
    var refused = refusal(() -> list("other").execute());
    assertThat(refused.getStatusCode()).isEqualTo(403);
    assertThat(reason(refused)).isEqualTo("ACCESS_TOKEN_SCOPE_INSUFFICIENT");
    assertThat(
            refusal(() -> client("reader").people().deleteContact("people/c1").execute())
                .getStatusCode())
        .isEqualTo(403);
  }

  @Test
  void aContactIsCreatedChangedAndDeleted() throws IOException {
    var people = client("writer").people();
    Person created =
        people
            .createContact(
                new Person()
                    .setNames(List.of(new Name().setGivenName("Ada")))
                    .setPhoneNumbers(List.of(new PhoneNumber().setValue("+33639980109"))))
            .execute();
    created.setNames(List.of(new Name().setGivenName("Ada").setFamilyName("Roy")));
    created.setPhoneNumbers(null);

    Person updated =
        people
            .updateContact(created.getResourceName(), created)
            .setUpdatePersonFields("names")
            .execute();

    assertThat(updated.getNames().getFirst().getDisplayName()).isEqualTo("Ada Roy");
    assertThat(updated.getPhoneNumbers()).as("not in the mask").hasSize(1);
    people.deleteContact(created.getResourceName()).execute();
    assertThat(google.contacts(MARTIN)).hasSize(3);
  }

  @Test
  void anUpdateWithAnOldEtagIsRefused() throws IOException {
    var people = client("writer").people();
    Person old = people.get("people/c1").setPersonFields("names,metadata").execute();
    google.put(MARTIN, "c1", PeopleStandIn.person("Jeanne", "Grande"));

    var refused =
        refusal(
            () -> people.updateContact("people/c1", old).setUpdatePersonFields("names").execute());

    assertThat(refused.getStatusCode()).isEqualTo(400);
    assertThat(reason(refused)).isEqualTo("failedPrecondition");
    assertThat(
            refusal(
                () ->
                    people
                        .updateContact("people/c1", new Person())
                        .setUpdatePersonFields("names")
                        .execute()))
        .hasMessageContaining("metadata.sources");
  }

  @Test
  void twoNamesAreRefused() {
    var twice = new Person().setNames(List.of(new Name().setGivenName("A"), new Name()));

    assertThat(refusal(() -> client("writer").people().createContact(twice).execute()))
        .hasMessageContaining("Only one value is allowed for names");
  }

  @Test
  void contactsAreSteeredOverHttp() {
    String contacts = google.url() + "/control/people/" + MARTIN + "/contacts";
    Http.delete(contacts + "/c1");
    Http.put(contacts + "/c9", "{\"names\": [{\"givenName\": \"Ada\"}]}");

    assertThat(Http.get(contacts).body()).contains("people/c9", "Ada").doesNotContain("Jeanne");
    assertThat(Http.put(contacts + "/c9", "{\"name\": \"Ada\"}").statusCode()).isEqualTo(400);
  }

  @Test
  void anEmptyAnswerIsOneOfTheFaults() throws IOException {
    google.fail(MARTIN, PeopleFault.EMPTY_ANSWER, 1);

    assertThat(list("reader").execute().getConnections()).isNull();
    assertThat(list("reader").execute().getConnections()).hasSize(3);
    Http.put(google.url() + "/control/faults/*", "{\"fault\": \"UNAVAILABLE\"}");
    assertThat(refusal(() -> list("reader").execute()).getStatusCode()).isEqualTo(503);
  }

  private PeopleService client(String bearer) {
    var credentials =
        GoogleCredentials.create(
            new AccessToken(bearer, Date.from(Instant.now().plusSeconds(3_600))));
    return new PeopleService.Builder(
            new NetHttpTransport(),
            GsonFactory.getDefaultInstance(),
            new HttpCredentialsAdapter(credentials))
        .setRootUrl(google.url() + "/")
        .setApplicationName("Permanence")
        .build();
  }

  private PeopleService.People.Connections.List list(String bearer) throws IOException {
    return client(bearer)
        .people()
        .connections()
        .list("people/me")
        .setPersonFields("names,phoneNumbers")
        .setRequestSyncToken(true);
  }

  private static List<String> names(ListConnectionsResponse answer) {
    var names = new ArrayList<String>();
    answer.getConnections().forEach(p -> names.add(p.getNames().getFirst().getDisplayName()));
    return names;
  }

  private static GoogleJsonResponseException refusal(ThrowingCallable call) {
    return catchThrowableOfType(GoogleJsonResponseException.class, call);
  }

  private static String reason(GoogleJsonResponseException refused) {
    return String.valueOf(refused.getDetails().getDetails().getFirst().getReason());
  }

  /** Stands still until told otherwise. */
  private static final class ShiftedClock extends Clock {
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    void pass(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return InstantSource.fixed(now).withZone(zone);
    }
  }
}
