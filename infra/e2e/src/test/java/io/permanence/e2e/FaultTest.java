package io.permanence.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.permanence.testing.sip.Behaviour;
import io.permanence.testing.sip.Phones;
import io.permanence.testing.sip.SipCall;
import io.permanence.testing.sip.SipCaller;
import io.permanence.testing.sip.agent.AgentCall;
import io.permanence.testing.sip.agent.Invitation;
import io.permanence.testing.sip.agent.UserAgent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Parts fail; the caller is answered all the same (A12; R1, R2, R4). */
class FaultTest {
  private static final String DOCTOR = "+33199001001";
  private static final String BLOCKED = "+33639980201";
  private static final int BEEP = 1000;
  private static final long BYTES_A_SECOND = 16_000;
  private static final int HEADER = 44;
  private static final int SAMPLES_A_PACKET = 160;
  private static final double PACKETS_A_SECOND = 50;
  private static final int AUDIBLE = 1000;
  private static final Duration REFUSED = Duration.ofMillis(500);
  private static final Duration SILENT = Duration.ofMillis(2500);
  private static final Duration BACK = Duration.ofSeconds(5);
  private static final Duration PACE = Duration.ofMillis(200);
  private static final Duration SOON = Duration.ofSeconds(10);

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final Journal JOURNAL = new Journal(SYSTEM);

  @AfterEach
  void everythingRunsAgain() {
    SYSTEM.local().up();
  }

  @Test
  void theServiceIsKilledAndNoCallerNotices() throws InterruptedException {
    try (SipCall up = caller("+33639984401").call()) {
      assertThat(up.ear().awaitLoud(20, SOON)).isTrue();
      signal("KILL", "service");
      Until.holds("the service is gone", () -> SYSTEM.local().pid("service").isEmpty());
      up.ear().forget();
      assertThat(up.ear().awaitLoud(20, SOON)).isTrue();
      assertThat(up.hungUpByCallee()).isFalse();

      try (SipCall during = caller("+33639984402").call()) {
        assertThat(during.awaitAnswer()).isLessThan(REFUSED);
        assertThat(during.ear().awaitLoud(20, SOON)).isTrue();
        during.hangUp();
      }
      Instant restarted = Instant.now();
      Thread starting = Thread.ofPlatform().start(() -> SYSTEM.local().up("service"));
      decidedWithin(restarted, BACK);
      starting.join();
      assertThat(up.hungUpByCallee()).isFalse();
      up.hangUp();
    }
    Instant began = Instant.now().minus(Duration.ofMinutes(5));
    assertThat(JOURNAL.awaitEnd("+33639984402", began).outcome()).isEqualTo("LOST");
    assertThat(JOURNAL.awaitEnd("+33639984401", began).outcome()).isEqualTo("LOST");
  }

  @Test
  void theServiceIsKilledAndARegisteredDeskPhoneOfTheEmergencyGroupRings() {
    RunningSystem.Account hugo = SYSTEM.account("secretary", 2);
    assertThat(SYSTEM.state("emergency").path("telephones"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(
            IntStream.range(0, 4).mapToObj(i -> SYSTEM.account("secretary", i).sipUser()).toList());
    try (Phones phone =
        Phones.deskPhone(SYSTEM.sip(), hugo.sipUser(), hugo.sipPassword(), Behaviour.answers())) {
      signal("KILL", "service");
      Until.holds("the service is gone", () -> SYSTEM.local().pid("service").isEmpty());
      try (SipCall during = caller("+33639984405").call()) {
        phone.awaitConversation("");
        assertThat(during.awaitAnswer()).isLessThan(REFUSED);
        assertThat(phone.ear().awaitTone(Demo.CALLER_SAYS, SOON)).isTrue();
        assertThat(during.ear().awaitTone(Demo.DESK_PHONE_SAYS, SOON)).isTrue();
        during.hangUp();
      }
      phone.unregister(SYSTEM.sip(), hugo.sipUser(), hugo.sipPassword());
    }
    try (SipCall later = caller("+33639984406").call()) {
      assertThat(later.awaitAnswer()).isLessThan(REFUSED);
      assertThat(later.ear().awaitLoud(20, SOON)).isTrue();
      later.hangUp();
    }
  }

  @Test
  void aVoicemailLeftWhileTheServiceIsGoneReachesTheCustomerWhenItIsBack() {
    // the dialplan writes its times in whole seconds
    Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    signal("KILL", "service");
    Until.holds("the service is gone", () -> SYSTEM.local().pid("service").isEmpty());
    try (SipCall during = caller("+33639984404").call()) {
      assertThat(during.ear().awaitTone(BEEP, Duration.ofSeconds(30))).isTrue();
      long before = recorded();
      Until.holds("two seconds of voicemail", () -> recorded() > before + 2 * BYTES_A_SECOND);
      during.hangUp();
    }
    SYSTEM.local().up("service");
    assertThat(JOURNAL.awaitEnd("+33639984404", began).outcome()).isEqualTo("VOICEMAIL");
    Until.holds(
        "an e-mail that tells of the voicemail",
        () ->
            new Inbox(SYSTEM.url("inbox"))
                .of("email").stream().anyMatch(mail -> mail.toString().contains("39984404")));
    CustomerApi customer =
        CustomerApi.signIn(SYSTEM.url("app"), SYSTEM.account("customer-owner", 0));
    JsonNode note = customer.get("calls?text=%2B33639984404").path("items").path(0).path("note");
    int seconds =
        customer.get("notes/" + note.path("id").asText()).path("voicemailSeconds").asInt();
    assertThat(note.path("excerpt").asText()).isEqualTo("Message vocal de " + seconds + " s");
    double heard = loudSeconds(customer.bytes("notes/" + note.path("id").asText() + "/audio"));
    assertThat(heard).isBetween(1.8, seconds + 1.5);
  }

  @Test
  void theServiceHangsAndTheFallbackAnswers() {
    signal("STOP", "service");
    try (SipCall during = caller("+33639984403").call()) {
      assertThat(during.awaitAnswer()).isLessThan(SILENT);
      assertThat(during.ear().awaitLoud(20, SOON)).isTrue();
      during.hangUp();
    } finally {
      signal("CONT", "service");
    }
    decidedWithin(Instant.now(), BACK);
  }

  @Test
  void postgresIsAwayAndCallsAreStillDecided() {
    SYSTEM.local().down("postgres");
    Instant began = Instant.now();
    try (SipCall blocked = caller(BLOCKED).call()) {
      blocked.awaitAnswer();
      assertThat(blocked.ear().awaitLoud(20, SOON)).isTrue();
      blocked.awaitEnd();
    }
    SYSTEM.local().up("postgres");
    assertThat(JOURNAL.awaitEnd(BLOCKED, began).decision()).isNotEmpty();
  }

  /** Calls until one is decided by the service; that one came within the limit. */
  private static void decidedWithin(Instant since, Duration limit) {
    List<AgentCall> calls = new ArrayList<>();
    try (UserAgent carrier =
        UserAgent.at(SYSTEM.state("sip").path("trunkPeer").asText(), 0, SYSTEM.sip())) {
      Until.holds(
          "a decided call",
          SOON.multipliedBy(3),
          () -> {
            calls.add(carrier.call(Invitation.of(BLOCKED, DOCTOR)));
            LockSupport.parkNanos(PACE.toNanos());
            return JOURNAL.firstDecided(BLOCKED, since).isPresent();
          });
      calls.forEach(AgentCall::hangUp);
      calls.forEach(call -> call.awaitOver(SOON));
    }
    Instant first = JOURNAL.firstDecided(BLOCKED, since).orElseThrow();
    assertThat(Duration.between(since, first)).isLessThan(limit);
  }

  /** For how long something is to be heard in a wav file of 8 kHz and 16 bit, in seconds. */
  private static double loudSeconds(byte[] wav) {
    ShortBuffer samples =
        ByteBuffer.wrap(wav, HEADER, wav.length - HEADER)
            .order(ByteOrder.LITTLE_ENDIAN)
            .asShortBuffer();
    int loud = 0;
    while (samples.remaining() >= SAMPLES_A_PACKET) {
      int loudest = 0;
      for (int i = 0; i < SAMPLES_A_PACKET; i++) {
        loudest = Math.max(loudest, Math.abs(samples.get()));
      }
      loud += loudest > AUDIBLE ? 1 : 0;
    }
    return loud / PACKETS_A_SECOND;
  }

  /** Size of the recordings so far, in bytes. */
  private static long recorded() {
    Path spool = SYSTEM.local().stateFile().resolveSibling("spool/voicemail");
    try (Stream<Path> files = Files.list(spool)) {
      return files
          .filter(file -> file.toString().endsWith(".wav"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static SipCaller caller(String number) {
    return SipCaller.through(SYSTEM.sip()).calling(number).dialling(DOCTOR);
  }

  private static void signal(String name, String part) {
    long pid = SYSTEM.local().pid(part).orElseThrow();
    try {
      assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor())
          .isZero();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
