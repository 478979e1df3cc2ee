package io.permanence.testing.standin.sms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Who may send, and the secret that proves it in both directions.
 *
 * @param name the user of basic authentication
 * @param secret its password, the bearer token, and the key under which receipts are signed
 */
public record SmsAccount(String name, String secret) {

  boolean admits(@Nullable String authorization) {
    byte[] both = (name + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return ("Bearer " + secret).equals(authorization)
        || ("Basic " + Base64.getEncoder().encodeToString(both)).equals(authorization);
  }

  /** The header {@code X-Signature} of a receipt. */
  public String signature(Instant at, String body) {
    String signed = at.getEpochSecond() + "." + body;
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] sum = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(sum);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  @Override
  public String toString() {
    return "SmsAccount[name=" + name + ", secret=[REDACTED]]";
  }
}
