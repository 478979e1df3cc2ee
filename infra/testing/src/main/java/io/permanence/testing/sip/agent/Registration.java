package io.permanence.testing.sip.agent;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A desk phone tells Asterisk where it is. */
final class Registration {
  private static final int SECONDS = 300;

  private final UserAgent agent;
  private final String user;
  private final String password;
  private final String local;
  private final String callId = UUID.randomUUID() + "@phone";
  private final CompletableFuture<Integer> done = new CompletableFuture<>();

  Registration(UserAgent agent, String user, String password, String local) {
    this.agent = agent;
    this.user = user;
    this.password = password;
    this.local = local;
  }

  String callId() {
    return callId;
  }

  void run(Duration limit) {
    send(1, List.of());
    try {
      int status = done.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (status != 200) {
        throw new IllegalStateException("desk phone %s was refused: %d".formatted(user, status));
      }
    } catch (TimeoutException e) {
      throw new IllegalStateException("desk phone " + user + " was not answered", e);
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  void heard(SipPacket packet) {
    if (packet.status() == 401 && packet.header("CSeq").startsWith("1 ")) {
      String authorization =
          Digest.authorization(
              packet.header("WWW-Authenticate"),
              user,
              password,
              "REGISTER",
              "sip:registrar",
              UUID.randomUUID().toString());
      send(2, List.of("Authorization: " + authorization));
    } else if (packet.status() >= 200) {
      done.complete(packet.status());
    }
  }

  private void send(int sequence, List<String> more) {
    List<String> headers =
        new java.util.ArrayList<>(
            List.of(
                "Via: SIP/2.0/UDP %s;branch=%s".formatted(local, SipWriter.branch()),
                "From: <sip:%s@registrar>;tag=%s".formatted(user, callId.substring(0, 8)),
                "To: <sip:%s@registrar>".formatted(user),
                "Call-ID: " + callId,
                "CSeq: %d REGISTER".formatted(sequence),
                "Contact: <sip:%s@%s>".formatted(user, local),
                "Expires: " + SECONDS,
                "Max-Forwards: 70"));
    headers.addAll(more);
    agent.send(SipWriter.text(new SipPacket("REGISTER sip:registrar SIP/2.0", headers, "")));
  }
}
