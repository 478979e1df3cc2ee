package io.permanence.testing.standin;

import io.permanence.model.line.Windows.Span;
import io.permanence.testing.standin.fcm.FcmStandIn;
import io.permanence.testing.standin.google.calendar.CalendarStandIn;
import io.permanence.testing.standin.google.oauth.AccessTokens;
import io.permanence.testing.standin.google.oauth.GoogleOAuth;
import io.permanence.testing.standin.google.oauth.OAuthMain;
import io.permanence.testing.standin.google.people.PeopleStandIn;
import io.permanence.testing.standin.http.LoopbackServer;
import io.permanence.testing.standin.inbox.Inbox;
import io.permanence.testing.standin.inbox.InboxSite;
import io.permanence.testing.standin.inbox.InboxSmtp;
import io.permanence.testing.standin.process.StandInProcess;
import io.permanence.testing.standin.sms.SmsAccount;
import io.permanence.testing.standin.sms.SmsStandIn;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** Every stand-in as one process, for the demo and for tests from outside. */
public final class StandIns {
  private static final String CONTACTS = "demo-contacts.json";
  private static final LocalTime LUNCH = LocalTime.NOON;
  private static final int LUNCHES = 90;

  private final Vertx vertx;
  private final StandInSettings settings;
  private final Clock clock;
  private final Inbox inbox = new Inbox();
  private final JsonObject addresses = new JsonObject();
  private final List<Supplier<Future<Void>>> closings = new ArrayList<>();

  private StandIns(Vertx vertx, StandInSettings settings, Clock clock) {
    this.vertx = vertx;
    this.settings = settings;
    this.clock = clock;
  }

  /** Runs until it is told to stop. {@code --help} says what can be set. */
  public static void main(String[] args) {
    if (List.of(args).contains("--help")) {
      System.out.print(StandInSettings.help());
      return;
    }
    StandInProcess.run(
        vertx -> start(vertx, StandInSettings.of(args, System.getenv()), Clock.systemUTC()),
        StandIns::addresses,
        StandIns::close);
  }

  /** Starts all; when one fails, those already started are closed again. */
  static Future<StandIns> start(Vertx vertx, StandInSettings settings, Clock clock) {
    var standIns = new StandIns(vertx, settings, clock);
    return Future.succeededFuture()
        .compose(now -> standIns.startInbox())
        .compose(started -> standIns.startFcm())
        .compose(started -> standIns.startSms())
        .compose(started -> standIns.startGoogle())
        .compose(tokens -> standIns.startPeople(tokens).map(tokens))
        .compose(standIns::startCalendar)
        .map(standIns)
        .recover(failed -> standIns.close().transform(closed -> Future.failedFuture(failed)));
  }

  private Future<Void> startInbox() {
    return InboxSmtp.start(vertx, settings.port("smtp-port"), clock, inbox)
        .compose(
            smtp -> {
              closings.add(smtp::close);
              addresses.put(
                  "smtp", new JsonObject().put("host", smtp.host()).put("port", smtp.port()));
              int port = settings.port("inbox-port");
              ZoneId zone = ZoneId.of(settings.text("zone"));
              return InboxSite.start(vertx, port, inbox, smtp.faults(), zone);
            })
        .map(
            site -> {
              closings.add(site::close);
              return named("inbox", site);
            });
  }

  private Void named(String name, LoopbackServer server) {
    addresses.put(name, server.url() + "/");
    return null;
  }

  private Future<Void> startFcm() {
    String keyFile = settings.text("fcm-key-file");
    return FcmStandIn.start(
            vertx, settings.port("fcm-port"), settings.text("fcm-project"), clock, inbox)
        .compose(
            fcm -> {
              closings.add(fcm::close);
              addresses.put("fcm", fcm.url() + "/");
              return vertx.executeBlocking(
                  () -> {
                    if (!keyFile.isEmpty()) {
                      fcm.keepServiceAccount(Path.of(keyFile));
                    }
                    return null;
                  });
            });
  }

  private Future<Void> startSms() {
    var account = new SmsAccount(settings.text("sms-account"), settings.text("sms-secret"));
    String receipts = settings.text("sms-receipts-url");
    return SmsStandIn.start(vertx, settings.port("sms-port"), account, clock, inbox)
        .map(
            sms -> {
              closings.add(sms::close);
              addresses.put("sms", sms.url() + "/");
              if (!receipts.isEmpty()) {
                sms.receiptsTo(receipts);
              }
              return null;
            });
  }

  private Future<AccessTokens> startGoogle() {
    String elsewhere = settings.text("google-url");
    if (!elsewhere.isEmpty()) {
      addresses.put("google", elsewhere);
      return Future.succeededFuture(AccessTokens.askedAt(vertx, elsewhere.replaceFirst("/$", "")));
    }
    Path folder = GoogleOAuth.folder();
    var seed = OAuthMain.seed(folder, settings.text("google-redirect-uris"));
    return GoogleOAuth.start(vertx, settings.port("google-port"), seed, clock, folder)
        .map(
            google -> {
              closings.add(google::close);
              addresses.put("google", google.url() + "/");
              return google.accessTokens();
            });
  }

  private Future<Void> startPeople(AccessTokens accessTokens) {
    return PeopleStandIn.start(vertx, settings.port("people-port"), accessTokens, clock)
        .compose(
            people -> {
              closings.add(people::close);
              addresses.put("people", people.url() + "/");
              return vertx.executeBlocking(this::contacts).map(all -> fill(people, all));
            });
  }

  private Future<Void> startCalendar(AccessTokens accessTokens) {
    return CalendarStandIn.start(vertx, settings.port("calendar-port"), accessTokens)
        .compose(
            calendar -> {
              closings.add(calendar::close);
              addresses.put("calendar", calendar.url() + "/");
              return vertx
                  .executeBlocking(this::contacts)
                  .map(all -> lunches(calendar, all.fieldNames()));
            });
  }

  /** Everybody is at lunch from noon to two, so that there is something to see. */
  private Void lunches(CalendarStandIn calendar, Set<String> accounts) {
    ZoneId zone = ZoneId.of(settings.text("zone"));
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    Span[] lunches =
        today
            .datesUntil(today.plusDays(LUNCHES))
            .map(day -> day.atTime(LUNCH).atZone(zone))
            .map(noon -> new Span(noon.toInstant(), noon.plusHours(2).toInstant()))
            .toArray(Span[]::new);
    accounts.forEach(account -> calendar.busy(account, lunches));
    return null;
  }

  private static Void fill(PeopleStandIn people, JsonObject all) {
    for (String account : all.fieldNames()) {
      JsonObject contacts = all.getJsonObject(account);
      contacts.fieldNames().forEach(id -> people.put(account, id, contacts.getJsonObject(id)));
    }
    return null;
  }

  private JsonObject contacts() throws IOException {
    String file = settings.text("contacts-file");
    if (!file.isEmpty()) {
      return new JsonObject(Files.readString(Path.of(file)));
    }
    try (InputStream demo = Objects.requireNonNull(StandIns.class.getResourceAsStream(CONTACTS))) {
      return new JsonObject(new String(demo.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Where each listens: {@code inbox}, {@code smtp}, {@code fcm}, {@code sms}, {@code google}… */
  JsonObject addresses() {
    return addresses;
  }

  Future<Void> close() {
    return Future.join(closings.stream().map(Supplier::get).toList()).mapEmpty();
  }
}
