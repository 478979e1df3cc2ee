package io.permanence.testing.standin.fcm;

import com.fasterxml.jackson.databind.JsonNode;
import io.permanence.testing.standin.http.JsonBody;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A service account of the stand-in's own making: its key file, and the check of the signed
 * statement with which its owner asks for an access token (RFC 7523).
 */
final class ServiceAccount {
  private static final Set<String> SCOPES =
      Set.of(
          "https://www.googleapis.com/auth/firebase.messaging",
          "https://www.googleapis.com/auth/cloud-platform");

  /** Google's library writes this audience whatever the key file's token address. */
  private static final String GOOGLE = "https://oauth2.googleapis.com/token";

  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final String project;
  private final String tokenUri;
  private final KeyPair keys;

  private ServiceAccount(String project, String tokenUri, KeyPair keys) {
    this.project = project;
    this.tokenUri = tokenUri;
    this.keys = keys;
  }

  static ServiceAccount fresh(String project, String tokenUri) {
    return new ServiceAccount(project, tokenUri, newKeys());
  }

  /** The account of an earlier run, so that whoever holds its key file may go on. */
  static ServiceAccount of(JsonNode keyFile, String project, String tokenUri) {
    String pem = keyFile.path("private_key").asText().replaceAll("-----[A-Z ]+-----|\\s", "");
    try {
      var factory = KeyFactory.getInstance("RSA");
      var secret =
          (RSAPrivateCrtKey)
              factory.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
      var open = new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent());
      return new ServiceAccount(
          project, tokenUri, new KeyPair(factory.generatePublic(open), secret));
    } catch (GeneralSecurityException unreadable) {
      throw new IllegalArgumentException("no key file of a service account", unreadable);
    }
  }

  private static KeyPair newKeys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private String email() {
    return "push@" + project + ".iam.gserviceaccount.com";
  }

  /** The key file, as the console of a Firebase project hands it out. */
  JsonObject keyFile() {
    String key =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(keys.getPrivate().getEncoded());
    return new JsonObject()
        .put("type", "service_account")
        .put("project_id", project)
        .put("private_key_id", "1")
        .put("private_key", "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n")
        .put("client_email", email())
        .put("client_id", "100000000000000000001")
        .put("token_uri", tokenUri);
  }

  /** Whether the statement is signed by this account, for here, for messaging, and for now. */
  boolean vouchesFor(String assertion, Instant now) {
    String[] parts = assertion.split("\\.", -1);
    try {
      return parts.length == 3 && signed(parts) && claimsHold(parts[1], now);
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      return false;
    }
  }

  private boolean signed(String[] parts) throws GeneralSecurityException {
    var signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(keys.getPublic());
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
  }

  private boolean claimsHold(String payload, Instant now) {
    JsonNode claims =
        JsonBody.read(Buffer.buffer(Base64.getUrlDecoder().decode(payload)))
            .orElseThrow(IllegalArgumentException::new);
    Instant issued = Instant.ofEpochSecond(claims.path("iat").asLong());
    Instant expires = Instant.ofEpochSecond(claims.path("exp").asLong());
    return claims.path("iss").asText().equals(email())
        && List.of(tokenUri, GOOGLE).contains(claims.path("aud").asText())
        && Stream.of(claims.path("scope").asText().split(" ", -1)).anyMatch(SCOPES::contains)
        && !issued.isAfter(now.plus(SKEW))
        && expires.isAfter(now.minus(SKEW))
        && !expires.isAfter(issued.plus(LONGEST));
  }
}
