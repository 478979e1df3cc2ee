package io.permanence.push.receipt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a receipt is the gateway's: {@code t=<seconds>,v1=<hex HMAC-SHA256 of
 * "<seconds>.<body>">} under the account's secret. The time is part of what is signed, so that a
 * receipt overheard once is worth nothing {@link #WORTH} later.
 */
final class Signature {
  /** How far the gateway's clock may be from ours. */
  static final Duration WORTH = Duration.ofMinutes(5);

  private static final Pattern FORM = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /** Whether that header signs that body now. */
  static boolean holds(String header, byte[] body, String secret, Instant now) {
    Matcher form = FORM.matcher(header);
    if (!form.matches()) {
      return false;
    }
    Instant at = Instant.ofEpochSecond(Long.parseLong(form.group(1)));
    return Duration.between(at, now).abs().compareTo(WORTH) <= 0
        && MessageDigest.isEqual(
            HexFormat.of().parseHex(form.group(2)), sum(form.group(1), body, secret));
  }

  private static byte[] sum(String seconds, byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
