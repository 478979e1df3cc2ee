package io.permanence.store.google;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.permanence.model.id.CustomerId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What a customer brought back from Google's consent page: the one-time code and what is needed to
 * exchange it (E1). The portal seals {@link #bytes()} with {@link #sealedFor} as associated data
 * and appends the result with a {@code CONNECT} request; sync opens it, exchanges it, and the
 * sealed bytes are wiped when the request is closed.
 *
 * @param code Google's authorization code, valid for minutes and once
 * @param verifier the PKCE verifier whose S256 challenge started the authorization
 * @param redirectUri the redirect URI of the authorization, letter by letter
 */
public record OfferedCode(String code, String verifier, String redirectUri) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the sealed bytes are bound to, so that they open in no other row. */
  public static String sealedFor(CustomerId customer, UUID request) {
    return "google-request:" + customer + ":" + request;
  }

  /** The record as it is sealed. */
  public byte[] bytes() {
    try {
      return JSON.writeValueAsBytes(
          JSON.createObjectNode()
              .put("code", code)
              .put("verifier", verifier)
              .put("redirectUri", redirectUri));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Reads {@link #bytes()} back.
   *
   * @throws IllegalArgumentException when the bytes are nothing that {@link #bytes()} made
   */
  public static OfferedCode of(byte[] bytes) {
    try {
      JsonNode json = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
      return new OfferedCode(
          json.required("code").textValue(),
          json.required("verifier").textValue(),
          json.required("redirectUri").textValue());
    } catch (IOException unreadable) {
      throw new IllegalArgumentException("not an offered code", unreadable);
    }
  }

  @Override
  public String toString() {
    return "OfferedCode[REDACTED]";
  }
}
