package io.permanence.sync.google;

import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.people.v1.PeopleService;
import io.permanence.runtime.blocking.Blocking;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages of a customer's contacts. */
public final class GoogleContacts {
  private static final Logger log = LoggerFactory.getLogger(GoogleContacts.class);
  private static final String FIELDS = "names,organizations,phoneNumbers,metadata";
  private static final String EXPIRED = "EXPIRED_SYNC_TOKEN";

  private final Blocking blocking;
  private final HttpTransport transport;
  private final GoogleSettings settings;

  GoogleContacts(Blocking blocking, HttpTransport transport, GoogleSettings settings) {
    this.blocking = blocking;
    this.transport = transport;
    this.settings = settings;
  }

  /**
   * One page.
   *
   * @param syncToken of the last synchronisation; empty for a full one
   * @param pageToken of the page before; empty for the first
   */
  public Future<Fetched> page(
      String accessToken, Optional<String> syncToken, Optional<String> pageToken) {
    return blocking.call(() -> fetched(accessToken, syncToken, pageToken));
  }

  private Fetched fetched(
      String accessToken, Optional<String> syncToken, Optional<String> pageToken) {
    try {
      PeopleService.People.Connections.List request =
          service(accessToken)
              .people()
              .connections()
              .list("people/me")
              .setPersonFields(FIELDS)
              .setPageSize(settings.pageSize())
              .setRequestSyncToken(true);
      syncToken.ifPresent(request::setSyncToken);
      pageToken.ifPresent(request::setPageToken);
      return new Fetched.Page(Reading.page(request.execute()));
    } catch (GoogleJsonResponseException refused) {
      return refused(refused);
    } catch (IOException | IllegalArgumentException failed) {
      log.info("no contacts could be read: {}", failed.getClass().getSimpleName());
      return new Fetched.Unavailable("google-unavailable");
    }
  }

  private PeopleService service(String accessToken) {
    return new PeopleService.Builder(
            transport,
            GsonFactory.getDefaultInstance(),
            request -> {
              Timeouts.set(request);
              request.getHeaders().setAuthorization("Bearer " + accessToken);
            })
        .setRootUrl(settings.peopleUrl().toString())
        .setApplicationName("Permanence")
        .build();
  }

  private static Fetched refused(GoogleJsonResponseException refused) {
    int status = refused.getStatusCode();
    if (expired(refused)) {
      return new Fetched.TokenExpired();
    }
    if (status == 401 || (status == 403 && !limited(refused))) {
      return new Fetched.Ended();
    }
    return new Fetched.Unavailable(
        status == 429 || status == 403 ? "google-limit" : "google-unavailable");
  }

  /** The status code of an expired token is not documented; its reason is. */
  private static boolean expired(GoogleJsonResponseException refused) {
    GoogleJsonError error = refused.getDetails();
    boolean reason =
        error != null
            && error.getDetails() != null
            && error.getDetails().stream().anyMatch(detail -> EXPIRED.equals(detail.getReason()));
    return reason || refused.getStatusCode() == 410;
  }

  private static boolean limited(GoogleJsonResponseException refused) {
    GoogleJsonError error = refused.getDetails();
    return error != null
        && error.getErrors() != null
        && error.getErrors().stream()
            .anyMatch(info -> String.valueOf(info.getReason()).endsWith("LimitExceeded"));
  }
}
