package io.permanence.testing.standin.google.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.client.util.DateTime;
import com.google.api.services.calendar.Calendar;
import com.google.api.services.calendar.model.FreeBusyCalendar;
import com.google.api.services.calendar.model.FreeBusyRequest;
import com.google.api.services.calendar.model.FreeBusyRequestItem;
import io.permanence.model.line.Windows.Span;
import io.permanence.testing.standin.Http;
import io.permanence.testing.standin.Waiting;
import io.permanence.testing.standin.google.oauth.AccessTokens.Access;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class CalendarStandInTest {
  private static final String MARTIN = "martin@example.org";
  private static final String AUTH = "https://www.googleapis.com/auth/";
  private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");
  private static final Map<String, Access> TOKENS =
      Map.of(
          "busy", new Access(MARTIN, Set.of(AUTH + "calendar.freebusy")),
          "contacts", new Access(MARTIN, Set.of(AUTH + "contacts.readonly")));

  private CalendarStandIn google;

  @BeforeEach
  void start(Vertx vertx) {
    google =
        Waiting.on(
            CalendarStandIn.start(
                vertx,
                0,
                bearer -> Future.succeededFuture(Optional.ofNullable(TOKENS.get(bearer)))));
  }

  @AfterEach
  void stop() {
    Waiting.on(google.close());
  }

  @Test
  void busyTimesAreJoinedAndCutOffAtTheEdgesOfTheQuestion() throws IOException {
    google.busy(MARTIN, hours(-3, -1), hours(1, 2), hours(2, 4), hours(30, 40));
    FreeBusyCalendar primary = ask("busy", question(NOON.minus(Duration.ofHours(2)), 24));
    assertThat(primary.getErrors()).isNull();
    assertThat(primary.getBusy())
        .extracting(each -> each.getStart().getValue(), each -> each.getEnd().getValue())
        .containsExactly(pair(-2, -1), pair(1, 4));
  }

  private static Tuple pair(int from, int to) {
    Span span = hours(from, to);
    return tuple(span.from().toEpochMilli(), span.to().toEpochMilli());
  }

  @Test
  void aCalendarWithoutAppointmentsIsBusyAtNoTime() throws IOException {
    assertThat(ask("busy", question(NOON, 24)).getBusy()).isEmpty();
  }

  @Test
  void whoMayNotKnowIsToldWhy() {
    assertThat(Http.send("POST", google.url() + "/calendar/v3/freeBusy", "{}").body())
        .contains("401", "authError");
    assertThat(refusal("nobody", question(NOON, 24))).isEqualTo("401");
    assertThat(refusal("contacts", question(NOON, 24))).isEqualTo("403 insufficientPermissions");
  }

  @Test
  void aQuestionThatGoogleWouldNotTakeIsRefused() {
    assertThat(refusal("busy", question(NOON, 0))).isEqualTo("400 timeRangeEmpty");
    assertThat(refusal("busy", question(NOON, -1))).isEqualTo("400 timeRangeEmpty");
    assertThat(refusal("busy", question(NOON, 92 * 24 + 1))).isEqualTo("400 timeRangeTooLong");
    assertThat(refusal("busy", question(NOON, 24).setTimeMin(null))).isEqualTo("400 required");
    assertThat(refusal("busy", question(NOON, 24).setCalendarExpansionMax(51)))
        .isEqualTo("400 tooManyCalendarsRequested");
    FreeBusyRequestItem item = new FreeBusyRequestItem().setId("primary");
    assertThat(refusal("busy", question(NOON, 24).setItems(Collections.nCopies(51, item))))
        .isEqualTo("400 tooManyCalendarsRequested");
    assertThat(refusal("busy", question(NOON, 24).set("title", true))).isEqualTo("400 badRequest");
  }

  @Test
  void somebodyElsesCalendarIsNotFound() throws IOException {
    FreeBusyRequest other =
        question(NOON, 24).setItems(List.of(new FreeBusyRequestItem().setId("x@example.org")));
    assertThat(ask("busy", other).getErrors())
        .extracting(error -> error.getReason())
        .containsExactly("notFound");
  }

  @Test
  void faultsAndBusyTimesAreSetOverHttp() throws IOException {
    String control = google.url() + "/control/";
    assertThat(
            Http.put(
                    control + "calendars/" + MARTIN + "/busy",
                    """
                    {"busy": [{"start": "2026-11-23T12:00:00+01:00",
                      "end": "2026-11-23T13:00:00+01:00"}]}""")
                .statusCode())
        .isEqualTo(204);
    assertThat(Http.put(control + "calendars/x/busy", "{\"busy\": 1}").statusCode()).isEqualTo(400);
    assertThat(ask("busy", question(NOON, 1)).getBusy()).hasSize(1);
    Http.put(control + "faults/" + MARTIN, "{\"fault\": \"RATE_LIMITED\", \"times\": 1}");
    assertThat(refusal("busy", question(NOON, 24))).isEqualTo("403 rateLimitExceeded");
    assertThat(ask("busy", question(NOON, 1)).getBusy()).hasSize(1);
    assertThat(Http.get(control + "requests").body()).contains("3");
  }

  private static Span hours(int from, int to) {
    return new Span(NOON.plus(Duration.ofHours(from)), NOON.plus(Duration.ofHours(to)));
  }

  private static FreeBusyRequest question(Instant from, int hours) {
    return new FreeBusyRequest()
        .setTimeMin(new DateTime(from.toEpochMilli()))
        .setTimeMax(new DateTime(from.plus(Duration.ofHours(hours)).toEpochMilli()))
        .setItems(List.of(new FreeBusyRequestItem().setId("primary")));
  }

  /** What is answered of the first calendar that was asked for. */
  private FreeBusyCalendar ask(String token, FreeBusyRequest question) throws IOException {
    String calendar = question.getItems().getFirst().getId();
    return Objects.requireNonNull(
        client(token).freebusy().query(question).execute().getCalendars().get(calendar));
  }

  private String refusal(String token, FreeBusyRequest question) {
    try {
      return "answered " + ask(token, question);
    } catch (GoogleJsonResponseException refused) {
      GoogleJsonError details = refused.getDetails();
      // Java's own client throws the body of a 401 away
      return refused.getStatusCode()
          + (details == null ? "" : " " + details.getErrors().getFirst().getReason());
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private Calendar client(String token) {
    return new Calendar.Builder(
            new NetHttpTransport(),
            GsonFactory.getDefaultInstance(),
            request -> request.getHeaders().setAuthorization("Bearer " + token))
        .setRootUrl(google.url() + "/")
        .setApplicationName("test")
        .build();
  }
}
