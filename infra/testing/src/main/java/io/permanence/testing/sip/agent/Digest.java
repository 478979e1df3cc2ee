package io.permanence.testing.sip.agent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answer to a SIP digest challenge (RFC 2617 with {@code qop=auth}). */
final class Digest {
  private static final String COUNT = "00000001";

  private Digest() {}

  static String authorization(
      String challenge, String user, String password, String method, String uri, String cnonce) {
    String realm = part(challenge, "realm");
    String nonce = part(challenge, "nonce");
    String secret = md5(user + ":" + realm + ":" + password);
    String request = md5(method + ":" + uri);
    String response = md5(String.join(":", secret, nonce, COUNT, cnonce, "auth", request));
    return ("Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", response=\"%s\", "
            + "algorithm=MD5, cnonce=\"%s\", qop=auth, nc=%s, opaque=\"%s\"")
        .formatted(user, realm, nonce, uri, response, cnonce, COUNT, part(challenge, "opaque"));
  }

  private static String part(String challenge, String name) {
    Matcher matcher = Pattern.compile(name + "=\"([^\"]*)\"").matcher(challenge);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static String md5(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
