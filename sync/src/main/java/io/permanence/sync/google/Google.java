package io.permanence.sync.google;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import io.permanence.runtime.blocking.Blocking;
import io.vertx.core.Vertx;
import java.io.IOException;

/** The way to Google: one transport, one bounded set of threads. */
public final class Google implements AutoCloseable {
  private static final int WAITING = 1_000;

  private final Blocking blocking;
  private final HttpTransport transport = new NetHttpTransport();
  private final GoogleSignIn signIn;
  private final GoogleContacts contacts;
  private final GoogleCalendar calendar;

  /** Prepares the way; connects at the first call. */
  public Google(Vertx vertx, GoogleSettings settings) {
    this.blocking = new Blocking(vertx, "google", settings.atOnce(), WAITING);
    this.signIn = new GoogleSignIn(blocking, transport, settings);
    this.contacts = new GoogleContacts(blocking, transport, settings);
    this.calendar = new GoogleCalendar(blocking, transport, settings);
  }

  /** Codes, tokens and their end. */
  public GoogleSignIn signIn() {
    return signIn;
  }

  /** The pages of contacts. */
  public GoogleContacts contacts() {
    return contacts;
  }

  /** When the calendar is busy. */
  public GoogleCalendar calendar() {
    return calendar;
  }

  @Override
  public void close() {
    blocking.close();
    try {
      transport.shutdown();
    } catch (IOException ignored) {
      // nothing is lost: every call of a run that ends is repeated by the next
    }
  }
}
