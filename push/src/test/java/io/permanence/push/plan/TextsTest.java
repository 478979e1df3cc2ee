package io.permanence.push.plan;

import static io.permanence.push.plan.Messages.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.Urgency;
import io.permanence.model.delivery.Message;
import io.permanence.model.delivery.MessageKind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
  private static final String SECRET = "Sécrètement";

  @ParameterizedTest
  @EnumSource(MessageKind.class)
  void aPushHoldsNothingButItsKindAndAnOpaqueId(MessageKind kind) {
    Message note = Messages.note(Urgency.URGENT, Locale.ENGLISH, SECRET, SECRET);
    Message told =
        new Message(
            kind,
            note.subject(),
            note.language(),
            note.zone(),
            SECRET,
            note.callerName(),
            note.callerNumber(),
            note.request(),
            Map.of(SECRET, SECRET),
            true,
            note.urgency(),
            NOON,
            NOON,
            false);
    PushText push = PushText.of(told, NOON);
    assertThat(push.toString()).doesNotContain(SECRET, "3998");
    assertThat(push.data())
        .containsOnlyKeys("kind", "id")
        .containsEntry("id", Messages.SUBJECT.toString());
    assertThat(push.tag()).isEqualTo(Messages.SUBJECT.toString());
  }

  @Test
  void anIncomingCallIsKeptByTheProviderOnlyWhileItRings() {
    PushText push = PushText.of(Messages.call(MessageKind.INCOMING_CALL), NOON.plusSeconds(15));
    assertThat(push.timeToLive()).isEqualTo(Duration.ofSeconds(30));
    assertThat(push.urgent()).isTrue();
  }

  @Test
  void anEmailTellsTheAnswersToTheCustomersQuestionsAndThatTheCallerWantsToBeCalledBack() {
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put("Date de naissance", "1980-05-02");
    answers.put("Déjà venu ?", "oui");
    answers.put("Médicament", " ");
    Message french = Messages.note(Urgency.NORMAL, Locale.FRENCH, "Mme Roy", "Rappeler");
    assertThat(MailText.of(Messages.answering(french, answers)).text())
        .contains("Souhaite être rappelé(e).\n")
        .contains("\nDate de naissance :\n1980-05-02\n\nDéjà venu ?\noui\n")
        .doesNotContain("Médicament");
    Message english = Messages.note(Urgency.NORMAL, Locale.ENGLISH, "Mme Roy", "Call back");
    assertThat(MailText.of(Messages.answering(english, answers)).text())
        .contains("Wants to be called back.\n")
        .contains("\nDate de naissance:\n1980-05-02\n");
    assertThat(MailText.of(french).text()).doesNotContain("rappelé");
  }

  @Test
  void anSmsTellsThatTheCallerWantsToBeCalledBack() {
    Message note = Messages.note(Urgency.NORMAL, Locale.ENGLISH, "Mme Roy", "Tomorrow");
    assertThat(SmsText.of(note)).doesNotContain("called back");
    assertThat(SmsText.of(Messages.answering(note, Map.of())))
        .contains("+33639980101. Wants to be called back. Tomorrow");
  }

  @Test
  void anEmailTellsItsOwnerEverything() {
    MailText mail =
        MailText.of(
            Messages.note(Urgency.URGENT, Locale.FRENCH, "Mme Roy", "Rappeler\r\navant midi"));
    assertThat(mail.subject()).isEqualTo("URGENT – Nouveau message – Mme Roy");
    assertThat(mail.text())
        .isEqualTo(
            """
            Cabinet Martin
            Nouveau message – URGENT

            De : Mme Roy
            Téléphone : +33639980101
            Quand : dimanche 22 novembre 2026 à 12:00

            Demande :
            Rappeler
            avant midi

            --\s
            Vous recevez cet e-mail parce que vous l’avez choisi dans vos réglages.
            """);
    MailText english =
        MailText.of(Messages.note(Urgency.NORMAL, Locale.ENGLISH, "Mrs Roy", "Call back"));
    assertThat(english.subject()).isEqualTo("New message – Mrs Roy");
    assertThat(english.text())
        .contains("From: Mrs Roy\n", "When: Sunday 22 November 2026 at 12:00\n", "Request:\nCall");
  }

  @Test
  void aCallerWithoutNameOrNumberIsCalledWithheld() {
    Message lost = Messages.call(MessageKind.LOST_CALL);
    assertThat(MailText.of(lost).subject()).isEqualTo("Appel manqué – numéro masqué");
    assertThat(SmsText.of(lost)).isEqualTo("Appel manqué: numéro masqué, 12:00");
  }

  @Test
  void anSmsSpeaksTheNetworksAlphabet() {
    assertThat(
            SmsText.of(
                Messages.note(
                    Urgency.NORMAL, Locale.FRENCH, "Loïc Lefèvre", "« Ça va » — l’œuvre… 20 €")))
        .isEqualTo("Nouveau message: Loic Lefèvre, +33639980101. \" Ça va \" - l'oeuvre... 20 €");
  }

  @Test
  void aLongRequestIsCutToTwoParts() {
    String sms =
        SmsText.of(
            Messages.note(Urgency.NORMAL, Locale.FRENCH, "Roy", "Rappeler vite. ".repeat(90)));
    assertThat(Gsm7.parts(sms)).isEqualTo(2);
    assertThat(sms).endsWith("...").hasSizeBetween(300, 306);
  }

  @Property(tries = 500)
  void noTextNeedsMoreThanTwoPartsOrAnotherAlphabet(@ForAll String name, @ForAll String request) {
    String sms = SmsText.of(Messages.note(Urgency.URGENT, Locale.FRENCH, name, request.repeat(3)));
    assertThat(Gsm7.parts(sms)).isLessThanOrEqualTo(2);
    assertThat(Gsm7.fold(sms)).isEqualTo(sms);
    assertThat(sms).doesNotContain("\n", "\r");
  }

  @Property(tries = 500)
  void noSubjectBreaksItsLine(@ForAll String name, @ForAll String request) {
    MailText mail = MailText.of(Messages.note(Urgency.URGENT, Locale.FRENCH, name, request));
    assertThat(mail.subject()).doesNotContainPattern("\\p{Cntrl}").hasSizeLessThanOrEqualTo(120);
    assertThat(mail.text()).doesNotContain("\r", "\u0000");
  }

  @Property
  void aRetryWaitsLongerButNeverForEver(
      @ForAll @IntRange(min = 1, max = 10_000) int attempts,
      @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double jitter) {
    Duration delay = RetrySchedule.delay(attempts, java.util.Optional.empty(), jitter);
    assertThat(delay).isBetween(Duration.ofMillis(750), Duration.ofMillis(37_500));
    Duration asked =
        RetrySchedule.delay(attempts, java.util.Optional.of(Duration.ofDays(9)), jitter);
    assertThat(asked).isEqualTo(Duration.ofHours(1));
  }
}
