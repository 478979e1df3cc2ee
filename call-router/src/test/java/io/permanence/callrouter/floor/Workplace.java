package io.permanence.callrouter.floor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.permanence.testing.sip.Behaviour;
import io.permanence.testing.sip.Phones;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A secretary at her place: a console and a desk phone that she lifts when it rings. */
final class Workplace implements AutoCloseable {
  /** What a secretary's voice is like, in hertz. */
  static final int TONE = 1200;

  final ConsoleClient console;
  final Phones phone;
  private final House house;
  private final String user;
  private final JsonNode telephone;

  private Workplace(
      House house, String user, ConsoleClient console, Phones phone, JsonNode telephone) {
    this.house = house;
    this.user = user;
    this.console = console;
    this.phone = phone;
    this.telephone = telephone;
  }

  /** Signed in, the telephone registered; on a break until she says {@link #ready}. */
  static Workplace of(House house, String user) {
    return of(house, user, TONE);
  }

  /** The same with a voice of its own, in hertz. */
  static Workplace of(House house, String user, int tone) {
    return of(house, user, tone, Behaviour.answersAfter(Duration.ofMillis(200)));
  }

  /** The same with a telephone that is lifted later, or never. */
  static Workplace of(House house, String user, int tone, Behaviour lifts) {
    Instant before = Instant.now();
    ConsoleClient console = house.console(user);
    console.await("hello", Instant.EPOCH, message -> true);
    JsonNode telephone = console.send("PUT", "/telephone", Map.of("kind", "desk")).body();
    Phones phone =
        Phones.deskPhone(
            house.asterisk.sip(),
            telephone.path("user").asText(),
            telephone.path("password").asText(),
            lifts,
            tone);
    awaitRegistered(console, before);
    Workplace place = new Workplace(house, user, console, phone, telephone);
    console.send("PUT", "/presence", Map.of("state", "break", "reason", "lunch"));
    return place;
  }

  private static void awaitRegistered(ConsoleClient console, Instant since) {
    console.await(
        "presence",
        since,
        message -> message.path("presence").path("telephone").path("registered").asBoolean());
  }

  /** Her desk phone tells Asterisk again where it is. */
  void registersAgain() {
    phone.register(
        house.asterisk.sip(), telephone.path("user").asText(), telephone.path("password").asText());
  }

  Workplace ready() {
    assertThat(wantsCalls()).as("she is ready").isTrue();
    return this;
  }

  /** Says so; false when the desk does not agree yet. */
  boolean wantsCalls() {
    return console.send("PUT", "/presence", Map.of("state", "ready")).status() == 200;
  }

  /** Takes the call that is offered next, and returns its id once they talk. */
  String takes(Instant since) {
    JsonNode offer = console.await("offer", since, message -> true).message().path("offer");
    String call = offer.path("callId").asText();
    ConsoleClient.Answer answer = console.take(offer);
    assertThat(answer.status()).as("accept " + answer.body()).isEqualTo(200);
    console.awaitPhase(call, "talking", since);
    return call;
  }

  ConsoleClient.Answer asks(String call, String command) {
    return console.command(call, Map.of("command", command));
  }

  /** Asks, and it is done. */
  void does(String call, String command) {
    ConsoleClient.Answer answer = asks(call, command);
    assertThat(answer.status()).as(command + " " + answer.body()).isEqualTo(200);
  }

  /** Her console finds the service that was restarted; the desk phone noticed nothing. */
  Workplace again() {
    console.close();
    Instant before = Instant.now();
    ConsoleClient found = house.console(user);
    found.await("hello", Instant.EPOCH, message -> true);
    found.send("PUT", "/telephone", Map.of("kind", "desk"));
    awaitRegistered(found, before);
    return new Workplace(house, user, found, phone, telephone);
  }

  /** Her computer and her telephone are gone without a word. */
  void goesAway() {
    console.close();
    phone.close();
  }

  @Override
  public void close() {
    console.send("DELETE", "/session", Map.of());
    console.close();
    phone.close();
  }
}
