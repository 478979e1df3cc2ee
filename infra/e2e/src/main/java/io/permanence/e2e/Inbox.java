package io.permanence.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What arrived outside: e-mail, SMS and push, as the stand-ins received them. */
public final class Inbox {
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final String url;

  public Inbox(String url) {
    this.url = url;
  }

  public void clear() {
    send(HttpRequest.newBuilder(URI.create(url + "api/messages")).DELETE().build());
  }

  /** Messages of a channel: email, sms or push. */
  public List<JsonNode> of(String channel) {
    List<JsonNode> messages = new ArrayList<>();
    send(HttpRequest.newBuilder(URI.create(url + "api/messages?channel=" + channel)).build())
        .forEach(messages::add);
    return messages;
  }

  /** Waits until one like that has come; more than one is for the caller to see. */
  public List<JsonNode> await(String channel, Predicate<String> wanted) {
    Until.holds("a message by " + channel, () -> !matching(channel, wanted).isEmpty());
    return matching(channel, wanted);
  }

  private List<JsonNode> matching(String channel, Predicate<String> wanted) {
    return of(channel).stream().filter(message -> wanted.test(message.toString())).toList();
  }

  private JsonNode send(HttpRequest request) {
    try {
      String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return json.readTree(body.isEmpty() ? "[]" : body);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
