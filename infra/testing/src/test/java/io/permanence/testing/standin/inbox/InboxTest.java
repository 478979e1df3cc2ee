package io.permanence.testing.standin.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.testing.standin.Http;
import io.permanence.testing.standin.Waiting;
import io.permanence.testing.standin.http.LoopbackServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import io.vertx.junit5.VertxExtension;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class InboxTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String SCRIPT = "<script>alert('1')</script>";

  private final Inbox inbox = new Inbox();
  private InboxSmtp smtp;
  private LoopbackServer site;
  private MailClient mail;

  @BeforeEach
  void start(Vertx vertx) {
    smtp = Waiting.on(InboxSmtp.start(vertx, 0, Clock.fixed(NOW, ZoneOffset.UTC), inbox));
    site = Waiting.on(InboxSite.start(vertx, 0, inbox, smtp.faults(), ZoneId.of("Europe/Paris")));
    mail = MailClient.create(vertx, new MailConfig().setHostname(smtp.host()).setPort(smtp.port()));
  }

  @AfterEach
  void stop() {
    Waiting.on(mail.close());
    Waiting.on(Future.join(site.close(), smtp.close()));
  }

  @Test
  void anEmailIsThereWhenItsSenderReadsThatItWasAccepted() {
    send(note("martin@example.org"));

    assertThat(inbox.find(InboxFilter.ALL))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.channel()).isEqualTo(Channel.EMAIL);
              assertThat(message.at()).isEqualTo(NOW);
              assertThat(message.to()).isEqualTo("martin@example.org");
              assertThat(message.from()).isEqualTo("Permanence <note@permanence.example>");
              assertThat(message.subject()).isEqualTo("Un message de Zoé");
              assertThat(message.text().strip()).isEqualTo("Rappeler Zoé " + SCRIPT);
              assertThat(message.html()).contains("<p>Rappeler Zoé</p>");
              assertThat(message.headers()).containsEntry("X-Note", "42");
              assertThat(message.raw()).contains("X-Note: 42");
            });
  }

  @Test
  void anEmailToTwoPeopleIsTwoMessages() {
    send(note("a@example.org").setBcc("b@example.org"));

    assertThat(inbox.find(InboxFilter.ALL))
        .extracting(InboxMessage::to)
        .containsExactlyInAnyOrder("a@example.org", "b@example.org");
  }

  @Test
  void aRefusedRecipientIsRefusedAsOftenAsAskedAndThenAccepted() {
    String faults = site.url() + "/control/smtp/faults/";
    Http.put(faults + "a@example.org", "{\"reply\": \"451 4.3.0 Try again later\"}");

    assertThat(trySend(note("a@example.org"))).contains("451");
    assertThat(trySend(note("a@example.org"))).isEmpty();
    assertThat(Http.put(faults + "a@example.org", "{\"reply\": \"250 fine\"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void theListIsFilteredByChannelRecipientAndTime() {
    inbox.add(sms("+33639980001", NOW));
    inbox.add(sms("+33639980002", NOW.plusSeconds(60)));
    send(note("martin@example.org"));

    assertThat(ids("?channel=sms")).hasSize(2);
    assertThat(ids("?to=%2B33639980002")).hasSize(1);
    assertThat(ids("?channel=sms&since=2026-11-22T10:01:00Z")).hasSize(1);
    assertThat(ids("?channel=push")).isEmpty();
    assertThat(ids("?channel=email&to=MARTIN@example.org")).hasSize(1);
  }

  @Test
  void aWrongFilterIsRefusedByName() {
    assertThat(Http.get(site.url() + "/api/messages?channel=fax").body()).contains("channel is");
    assertThat(Http.get(site.url() + "/api/messages?since=yesterday").statusCode()).isEqualTo(400);
  }

  @Test
  void aMessageInJsonHasNoEmptyFields() {
    inbox.add(sms("+33639980001", NOW));

    String id = ids("").getFirst();
    var json = new JsonObject(Http.get(site.url() + "/api/messages/" + id).body());
    assertThat(json.fieldNames())
        .containsExactly("id", "channel", "at", "to", "from", "text", "data");
    assertThat(Http.get(site.url() + "/api/messages/other").statusCode()).isEqualTo(404);
  }

  @Test
  void emptyingTheInboxEmptiesIt() {
    inbox.add(sms("+33639980001", NOW));

    assertThat(Http.delete(site.url() + "/api/messages").statusCode()).isEqualTo(204);
    assertThat(inbox.find(InboxFilter.ALL)).isEmpty();
  }

  @Test
  void onlyTheLastFiveThousandMessagesAreKept() {
    for (int i = 0; i <= 5_000; i++) {
      inbox.add(sms("+33639980001", NOW.plusSeconds(i)));
    }

    assertThat(inbox.find(InboxFilter.ALL)).hasSize(5_000);
    assertThat(inbox.find(InboxFilter.ALL).getFirst().at()).isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  void aWaitingTestIsToldOfTheMessageThatArrivesLater() {
    Future<InboxMessage> awaited = inbox.first(InboxFilter.to(Channel.SMS, "+33639980001"));
    assertThat(awaited.isComplete()).isFalse();

    inbox.add(sms("+33639980001", NOW));

    assertThat(Waiting.on(awaited).to()).isEqualTo("+33639980001");
  }

  @Test
  void thePageRunsNothingThatCameWithAMessage() {
    send(note("martin@example.org"));

    var page = Http.get(site.url() + "/inbox");
    assertThat(page.body()).doesNotContain(SCRIPT).contains("&lt;script&gt;");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'")
        .doesNotContain("unsafe-inline");
    var formatted =
        Http.get(site.url() + "/inbox/" + inbox.find(InboxFilter.ALL).getFirst().id() + "/html");
    assertThat(formatted.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("sandbox; default-src 'none'");
  }

  @Test
  void thePageSpeaksTheReadersLanguage() {
    String page = site.url() + "/inbox";

    assertThat(Http.get(page).body()).contains("Boîte de réception locale", "lang=\"fr\"");
    assertThat(Http.get(page, "Accept-Language", "de, en;q=0.8").body()).contains("Local inbox");
    assertThat(Http.get(page + "?lang=fr", "Accept-Language", "en").body())
        .contains("Rien n’est encore arrivé");
  }

  @Test
  void theLiveStreamNamesEachMessageAsItArrives() throws IOException {
    var stream = URI.create(site.url() + "/api/live").toURL().openConnection();
    stream.setReadTimeout(20_000);
    try (var lines =
        new BufferedReader(
            new InputStreamReader(stream.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo(": here");
      var message = sms("+33639980001", NOW);
      inbox.add(message);

      assertThat(lines.readLine()).isEmpty();
      assertThat(lines.readLine()).isEqualTo("data: " + message.id());
    }
  }

  private static MailMessage note(String to) {
    return new MailMessage()
        .setFrom("Permanence <note@permanence.example>")
        .setTo(to)
        .setSubject("Un message de Zoé")
        .setText("Rappeler Zoé " + SCRIPT)
        .setHtml("<p>Rappeler Zoé</p>" + SCRIPT)
        .addHeader("X-Note", "42");
  }

  private static InboxMessage sms(String to, Instant at) {
    return InboxMessage.sms(at, "Permanence", to, "Note", new JsonObject().put("parts", 1));
  }

  private MailResult send(MailMessage message) {
    return Waiting.on(mail.sendMail(message));
  }

  private String trySend(MailMessage message) {
    return Waiting.on(
        mail.sendMail(message)
            .map("")
            .recover(refused -> Future.succeededFuture(String.valueOf(refused.getMessage()))));
  }

  private List<String> ids(String query) {
    return new JsonArray(Http.get(site.url() + "/api/messages" + query).body())
        .stream().map(message -> ((JsonObject) message).getString("id")).toList();
  }
}
