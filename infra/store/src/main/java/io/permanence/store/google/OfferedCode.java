package io.permanence.store.google;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.permanence.model.id.CustomerId;
import java.util.UUID;

/**
 * What a customer brought back from Google's consent page: the one-time code and what is needed to
 * exchange it (E1). The portal seals {@link #text()} for the purpose {@link #sealedFor} and appends
 * the result with a {@code CONNECT} request; sync opens it, exchanges it, and the sealed bytes are
 * wiped when the request is closed.
 *
 * @param code Google's authorization code, valid for minutes and once
 * @param verifier the PKCE verifier whose S256 challenge started the authorization
 * @param redirectUri the redirect URI of the authorization, letter by letter
 */
public record OfferedCode(String code, String verifier, String redirectUri) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The purpose it is sealed for: bound to its row, it opens in no other. */
  public static String sealedFor(CustomerId customer, UUID request) {
    return "google-request/" + customer + "/" + request;
  }

  /** The record as it is sealed. */
  public String text() {
    try {
      return JSON.writeValueAsString(
          JSON.createObjectNode()
              .put("code", code)
              .put("verifier", verifier)
              .put("redirectUri", redirectUri));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Reads {@link #text()} back.
   *
   * @throws IllegalArgumentException when it is nothing that {@link #text()} made
   */
  public static OfferedCode of(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      return new OfferedCode(
          json.required("code").textValue(),
          json.required("verifier").textValue(),
          json.required("redirectUri").textValue());
    } catch (JsonProcessingException unreadable) {
      throw new IllegalArgumentException("not an offered code", unreadable);
    }
  }

  @Override
  public String toString() {
    return "OfferedCode[REDACTED]";
  }
}
