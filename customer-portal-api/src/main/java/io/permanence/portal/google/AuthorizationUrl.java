package io.permanence.portal.google;

import io.permanence.store.consent.Purpose;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The address of Google's consent page for one authorization: authorization code with PKCE (S256),
 * a state that comes back, and no more scope than the purpose needs.
 */
final class AuthorizationUrl {
  private AuthorizationUrl() {}

  static String of(
      GoogleSettings settings, String clientId, Purpose purpose, String state, String verifier) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("response_type", "code");
    parameters.put("client_id", clientId);
    parameters.put("redirect_uri", settings.redirectUri());
    parameters.put("scope", scope(purpose));
    parameters.put("state", state);
    parameters.put("code_challenge", base64(sha256(verifier)));
    parameters.put("code_challenge_method", "S256");
    parameters.put("access_type", "offline");
    parameters.put("prompt", "consent");
    // Google then tells of a second link whether it is of the same account as the first
    parameters.put("include_granted_scopes", "true");
    return settings.authorizationUrl()
        + "?"
        + parameters.entrySet().stream()
            .map(each -> each.getKey() + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String scope(Purpose purpose) {
    return switch (purpose) {
      case GOOGLE_CONTACTS -> "https://www.googleapis.com/auth/contacts.readonly";
      case GOOGLE_CALENDAR -> "https://www.googleapis.com/auth/calendar.freebusy";
      case PUSH, OPTIONAL_EMAIL, DEVICE_CONTACTS ->
          throw new IllegalArgumentException("no purpose of Google's");
    };
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
