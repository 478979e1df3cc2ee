package io.permanence.sync.google;

import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.client.util.DateTime;
import com.google.api.services.calendar.Calendar;
import com.google.api.services.calendar.model.FreeBusyRequest;
import com.google.api.services.calendar.model.FreeBusyRequestItem;
import io.permanence.model.line.Windows.Span;
import io.permanence.runtime.blocking.Blocking;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a customer's primary calendar is busy: from and to. It is asked by {@code freebusy.query},
 * whose answer holds no title, no place and no person (A8, E1).
 */
public final class GoogleCalendar {
  private static final Logger log = LoggerFactory.getLogger(GoogleCalendar.class);
  private static final int CALENDARS_ASKED = 1;

  private final Blocking blocking;
  private final HttpTransport transport;
  private final GoogleSettings settings;

  GoogleCalendar(Blocking blocking, HttpTransport transport, GoogleSettings settings) {
    this.blocking = blocking;
    this.transport = transport;
    this.settings = settings;
  }

  /** The busy times of a window; those that reach into it may begin before it or end after it. */
  public Future<Answered> busy(String accessToken, Span window) {
    return blocking.call(() -> asked(accessToken, window));
  }

  private Answered asked(String accessToken, Span window) {
    FreeBusyRequest question =
        new FreeBusyRequest()
            .setTimeMin(new DateTime(window.from().toEpochMilli()))
            .setTimeMax(new DateTime(window.to().toEpochMilli()))
            .setCalendarExpansionMax(CALENDARS_ASKED)
            .setItems(List.of(new FreeBusyRequestItem().setId(BusyReading.CALENDAR)));
    try {
      return BusyReading.read(service(accessToken).freebusy().query(question).execute(), window)
          .<Answered>map(Answered.Busy::new)
          .orElseGet(() -> new Answered.Unavailable("answer-not-understood"));
    } catch (GoogleJsonResponseException refused) {
      return refused(refused);
    } catch (IOException | IllegalArgumentException failed) {
      log.info("no busy times could be read: {}", failed.getClass().getSimpleName());
      return new Answered.Unavailable("google-unavailable");
    }
  }

  private Calendar service(String accessToken) {
    return new Calendar.Builder(
            transport,
            GsonFactory.getDefaultInstance(),
            request -> {
              Timeouts.set(request);
              request.getHeaders().setAuthorization("Bearer " + accessToken);
            })
        .setRootUrl(settings.calendarUrl().toString())
        .setApplicationName("Permanence")
        .build();
  }

  /**
   * A 403 means several things: too much was asked, the access does not cover this, or the calendar
   * is not opened to our application at all, which no consent of the customer's would mend.
   */
  private static Answered refused(GoogleJsonResponseException refused) {
    int status = refused.getStatusCode();
    if (status == 401 || (status == 403 && reasons(refused).anyMatch(GoogleCalendar::ended))) {
      return new Answered.Ended();
    }
    boolean limited = status == 403 && reasons(refused).anyMatch(GoogleCalendar::limited);
    return new Answered.Unavailable(
        status == 429 || limited ? "google-limit" : "google-unavailable");
  }

  private static boolean ended(String reason) {
    return reason.equals("insufficientPermissions") || reason.equals("authError");
  }

  private static boolean limited(String reason) {
    return reason.endsWith("LimitExceeded") || reason.equals("quotaExceeded");
  }

  private static Stream<String> reasons(GoogleJsonResponseException refused) {
    GoogleJsonError error = refused.getDetails();
    return error == null || error.getErrors() == null
        ? Stream.empty()
        : error.getErrors().stream().map(info -> String.valueOf(info.getReason()));
  }
}
