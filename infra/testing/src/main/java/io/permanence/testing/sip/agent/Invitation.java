package io.permanence.testing.sip.agent;

import java.util.List;

/**
 * What a caller writes into INVITE. Texts go out as they are.
 *
 * @param dialled user part of the request URI
 * @param from name-addr of From, without tag
 * @param callId empty for one made up
 * @param contact URI of Contact; empty for the agent's own
 * @param headers further header lines
 */
public record Invitation(
    String dialled, String from, String callId, String contact, List<String> headers) {
  /** A caller with that number. */
  public static Invitation of(String caller, String dialled) {
    return new Invitation(dialled, "<sip:%s@carrier>".formatted(caller), "", "", List.of());
  }

  public Invitation from(String nameAddress) {
    return new Invitation(dialled, nameAddress, callId, contact, headers);
  }

  public Invitation callId(String text) {
    return new Invitation(dialled, from, text, contact, headers);
  }

  public Invitation contact(String uri) {
    return new Invitation(dialled, from, callId, uri, headers);
  }

  public Invitation headers(List<String> lines) {
    return new Invitation(dialled, from, callId, contact, lines);
  }
}
