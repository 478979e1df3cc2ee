package io.permanence.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** The customers' HTTP interface, as somebody who is signed in sees it. */
public final class CustomerApi {
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final URI base;

  private CustomerApi(String app) {
    this.base = URI.create(app).resolve("/api/v1/");
  }

  /**
   * Signs in.
   *
   * @param app the app's address
   */
  public static CustomerApi signIn(String app, RunningSystem.Account account) {
    CustomerApi api = new CustomerApi(app);
    try {
      byte[] body =
          api.json.writeValueAsBytes(
              Map.of("user", account.user(), "password", account.password()));
      api.send(
          HttpRequest.newBuilder(api.base.resolve("sessions"))
              .header("Content-Type", "application/json")
              .header("X-Permanence", "app")
              .POST(BodyPublishers.ofByteArray(body))
              .build(),
          201);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return api;
  }

  /** What is at an address, as JSON. */
  public JsonNode get(String path) {
    try {
      return json.readTree(bytes(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is at an address. */
  public byte[] bytes(String path) {
    return send(HttpRequest.newBuilder(base.resolve(path)).build(), 200);
  }

  private byte[] send(HttpRequest request, int expected) {
    try {
      HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() != expected) {
        throw new AssertionError(request.uri().getPath() + " answered " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
