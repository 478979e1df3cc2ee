package io.permanence.push.fcm;

import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** One request of the SDK, carried by the JDK's HTTP client. */
final class JdkRequest extends LowLevelHttpRequest {
  /** Headers the JDK's client sets itself and refuses from others. */
  private static final Set<String> OWN_HEADERS =
      Set.of("connection", "content-length", "expect", "host", "upgrade");

  private static final int UNAVAILABLE = 503;

  private final HttpClient client;
  private final String method;
  private final HttpRequest.Builder request;

  JdkRequest(HttpClient client, String method, URI address) {
    this.client = client;
    this.method = method;
    this.request = HttpRequest.newBuilder(address).timeout(RewritingTransport.ANSWER);
  }

  @Override
  public void addHeader(String name, String value) {
    if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
      request.header(name, value);
    }
  }

  @Override
  public LowLevelHttpResponse execute() throws IOException {
    try {
      HttpResponse<byte[]> response =
          client.send(
              request.method(method, body()).build(), HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() == UNAVAILABLE) {
        throw new Unavailable(retryAfter(response));
      }
      return new JdkResponse(response);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped");
    }
  }

  private HttpRequest.BodyPublisher body() throws IOException {
    if (getStreamingContent() == null) {
      return HttpRequest.BodyPublishers.noBody();
    }
    if (getContentType() != null) {
      addHeader("Content-Type", getContentType());
    }
    if (getContentEncoding() != null) {
      addHeader("Content-Encoding", getContentEncoding());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    getStreamingContent().writeTo(bytes);
    return HttpRequest.BodyPublishers.ofByteArray(bytes.toByteArray());
  }

  private static Duration retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("[0-9]{1,6}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(Duration.ZERO);
  }

  /**
   * The service is unavailable. Thrown past the SDK, which would otherwise try again by itself for
   * longer than a delivery's lease.
   */
  static final class Unavailable extends RuntimeException {
    private final Duration retryAfter;

    Unavailable(Duration retryAfter) {
      super("503");
      this.retryAfter = retryAfter;
    }

    Duration retryAfter() {
      return retryAfter;
    }
  }
}
