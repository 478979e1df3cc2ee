package io.permanence.push.fcm;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;

/**
 * The SDK's transport over the JDK's HTTP client. Requests for {@code fcm.googleapis.com} go to
 * another endpoint when one is set; all others keep their address.
 */
final class RewritingTransport extends HttpTransport {
  static final Duration CONNECT = Duration.ofSeconds(2);
  static final Duration ANSWER = Duration.ofSeconds(6);
  private static final String FCM_HOST = "fcm.googleapis.com";

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Optional<URI> endpoint;

  RewritingTransport(Optional<URI> endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public boolean supportsMethod(String method) {
    return true;
  }

  @Override
  protected LowLevelHttpRequest buildRequest(String method, String url) {
    return new JdkRequest(client, method, rewritten(URI.create(url)));
  }

  private URI rewritten(URI address) {
    return endpoint
        .filter(other -> FCM_HOST.equals(address.getHost()))
        .map(other -> other.resolve(address.getRawPath()))
        .orElse(address);
  }

  @Override
  public void shutdown() {
    client.shutdownNow();
  }
}
