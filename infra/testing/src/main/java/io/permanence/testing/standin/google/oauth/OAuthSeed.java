package io.permanence.testing.standin.google.oauth;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who has a Google account, and which application may ask for access to it. */
public record OAuthSeed(List<User> users, Client client) {

  public OAuthSeed {
    users = List.copyOf(users);
  }

  /** Somebody with a Google account. */
  public record User(String email, String name) {}

  /**
   * An application registered at Google.
   *
   * @param redirectUris where codes may be sent, compared to the letter
   */
  public record Client(String id, String secret, String name, List<String> redirectUris) {
    public Client {
      redirectUris = List.copyOf(redirectUris);
    }

    @Override
    public String toString() {
      return "Client[id=" + id + ", secret=[REDACTED]]";
    }
  }

  /** Reads {@code {"users": [{email, name}], "client": {id, secret, name, redirectUris}}}. */
  public static OAuthSeed of(JsonObject json) {
    var users = new ArrayList<User>();
    json.getJsonArray("users")
        .forEach(
            each -> {
              var user = (JsonObject) each;
              users.add(new User(user.getString("email"), user.getString("name")));
            });
    JsonObject client = json.getJsonObject("client");
    var uris = new ArrayList<String>();
    client.getJsonArray("redirectUris").forEach(uri -> uris.add((String) uri));
    return new OAuthSeed(
        users,
        new Client(
            client.getString("id"), client.getString("secret"), client.getString("name"), uris));
  }

  Optional<User> user(String email) {
    return users.stream().filter(user -> user.email().equals(email)).findFirst();
  }

  /** As the emulator reads it, on one line. */
  String forEmulator(String baseUrl) {
    var people = new JsonArray();
    users.forEach(
        user -> people.add(new JsonObject().put("email", user.email()).put("name", user.name())));
    var application =
        new JsonObject()
            .put("client_id", client.id())
            .put("client_secret", client.secret())
            .put("name", client.name())
            .put("redirect_uris", new JsonArray(client.redirectUris()));
    return new JsonObject()
        .put("baseUrl", baseUrl)
        .put("users", people)
        .put("oauth_clients", new JsonArray().add(application))
        .encode();
  }
}
