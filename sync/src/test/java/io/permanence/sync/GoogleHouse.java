package io.permanence.sync;

import io.permanence.model.NumberPlan;
import io.permanence.runtime.secret.Sealer;
import io.permanence.store.Database;
import io.permanence.store.Module;
import io.permanence.store.mapping.Mapping;
import io.permanence.sync.google.Google;
import io.permanence.sync.google.GoogleSettings;
import io.permanence.sync.run.Rhythm;
import io.permanence.sync.run.Synchronisation;
import io.permanence.testing.clock.MovableClock;
import io.permanence.testing.postgres.TestDatabase;
import io.permanence.testing.standin.google.calendar.CalendarStandIn;
import io.permanence.testing.standin.google.oauth.GoogleOAuth;
import io.permanence.testing.standin.google.oauth.OAuthSeed;
import io.permanence.testing.standin.google.people.PeopleStandIn;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Google, played on this machine, PostgreSQL, and the synchronisation between them. */
public final class GoogleHouse {
  public static final String REDIRECT = "http://localhost:8444/google/callback";
  public static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-rule-of-43-chars";
  public static final String CONTACTS = "https://www.googleapis.com/auth/contacts.readonly";
  public static final String CALENDAR = "https://www.googleapis.com/auth/calendar.freebusy";
  public static final String OPENID = "openid";

  private static final Rhythm RHYTHM = new Rhythm(Duration.ofDays(1), Duration.ofDays(1), 8);

  public final TestDatabase postgres;
  public final MovableClock clock = new MovableClock();
  public final Sealer sealer = new Sealer(new byte[32]);
  public final GoogleOAuth oauth;
  public final PeopleStandIn people;
  public final CalendarStandIn calendar;
  public final Database database;
  private final Vertx vertx;
  private final List<Synchronisation> running = new ArrayList<>();
  private final List<Google> ways = new ArrayList<>();

  /** Starts the stand-ins; nothing synchronises yet. */
  public GoogleHouse(Vertx vertx, TestDatabase postgres, List<String> emails) {
    this.vertx = vertx;
    this.postgres = postgres;
    List<OAuthSeed.User> users =
        emails.stream().map(email -> new OAuthSeed.User(email, "Martin")).toList();
    OAuthSeed.Client client =
        new OAuthSeed.Client("permanence", "client-secret", "Permanence", List.of(REDIRECT));
    oauth = Waiting.on(GoogleOAuth.start(vertx, 0, new OAuthSeed(users, client), clock));
    people = Waiting.on(PeopleStandIn.start(vertx, 0, oauth.accessTokens(), clock));
    calendar = Waiting.on(CalendarStandIn.start(vertx, 0, oauth.accessTokens()));
    database = Mapping.open(vertx, postgres.settings(), Module.SYNC);
  }

  /** Synchronises from now on; several times for several workers. */
  public void synchronise(int pageSize) {
    GoogleSettings settings =
        new GoogleSettings(
            "permanence",
            "client-secret",
            URI.create(oauth.tokenUrl()),
            URI.create(oauth.revocationUrl()),
            URI.create(people.url() + "/"),
            URI.create(calendar.url() + "/"),
            pageSize,
            8);
    Google google = new Google(vertx, settings);
    Synchronisation synchronisation =
        new Synchronisation(vertx, database, google, sealer, NumberPlan.demo(), clock, RHYTHM);
    ways.add(google);
    running.add(synchronisation);
    synchronisation.start();
  }

  /** The code with which Google sends the customer back. */
  public String code(String email, String scope) {
    String url =
        oauth.authorizationUrl()
            + "?response_type=code&client_id=permanence&state=s&access_type=offline&prompt=consent"
            + "&include_granted_scopes=true"
            + "&redirect_uri="
            + encoded(REDIRECT)
            + "&scope="
            + encoded(scope)
            + "&code_challenge_method=S256&code_challenge="
            + challenge();
    String back = Waiting.on(oauth.consent(url, email)).getRawQuery();
    for (String parameter : back.split("&", -1)) {
      if (parameter.startsWith("code=")) {
        return java.net.URLDecoder.decode(parameter.substring(5), StandardCharsets.UTF_8);
      }
    }
    throw new AssertionError("no code in " + back);
  }

  private static String challenge() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Stops everything. */
  public void close() {
    Waiting.on(Future.join(running.stream().map(Synchronisation::stop).toList()));
    ways.forEach(Google::close);
    Waiting.on(Future.join(database.close(), people.close(), calendar.close(), oauth.close()));
  }
}
