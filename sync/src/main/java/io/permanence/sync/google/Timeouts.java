package io.permanence.sync.google;

import com.google.api.client.http.HttpRequest;

/** How long Google may take. */
final class Timeouts {
  private static final int CONNECT_MILLIS = 4_000;
  private static final int ANSWER_MILLIS = 10_000;

  private Timeouts() {}

  static void set(HttpRequest request) {
    request.setConnectTimeout(CONNECT_MILLIS);
    request.setReadTimeout(ANSWER_MILLIS);
    request.setNumberOfRetries(0);
  }
}
