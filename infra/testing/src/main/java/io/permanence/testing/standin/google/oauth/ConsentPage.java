package io.permanence.testing.standin.google.oauth;

import io.permanence.testing.standin.google.oauth.OAuthSeed.User;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What the user sees: who asks for what, and a way to say no. */
final class ConsentPage {
  private static final String HEAD =
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Local Google stand-in</title>
      <meta name="viewport" content="width=device-width,initial-scale=1"><style>%s</style></head>
      <body><main><h1>Local stand-in for Google</h1>
      """;
  private static final String STYLE =
      """
      :root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
      body{margin:0;display:grid;place-items:center;min-height:100vh}
      main{max-width:26rem;padding:2rem;border:1px solid #8886;border-radius:.75rem}
      h1{margin:0 0 1rem;font-size:1.25rem}label{display:flex;gap:.4rem;font-size:.875rem;overflow-wrap:anywhere}
      button{display:block;border:1px solid #8886;border-radius:.4rem;width:100%;margin-top:.75rem;padding:.6rem;font:inherit;text-align:left}
      """;

  private ConsentPage() {}

  /** Allows the page its own style and nothing else. */
  static String policy() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8));
      return "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; frame-ancestors 'none'"
          .formatted(Base64.getEncoder().encodeToString(hash));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  static String render(String requestId, AuthorizationRequest request, OAuthSeed seed) {
    var html = new StringBuilder(HEAD.formatted(STYLE));
    html.append("<p><b>").append(escape(seed.client().name()));
    html.append("</b> asks for access to a Google account:</p>");
    html.append("<form method=\"post\" action=\"/o/oauth2/v2/auth/callback\">");
    html.append("<input type=\"hidden\" name=\"request\" value=\"").append(requestId).append("\">");
    for (String scope : request.scopes()) {
      html.append("<label><input type=\"checkbox\" name=\"scope\" checked value=\"");
      html.append(escape(scope)).append("\"> ").append(escape(scope)).append("</label>");
    }
    for (User user : seed.users()) {
      html.append("<button name=\"email\" value=\"").append(escape(user.email())).append("\">");
      html.append("Allow as ").append(escape(user.name())).append("<br><small>");
      html.append(escape(user.email())).append("</small></button>");
    }
    html.append("<button name=\"deny\" value=\"yes\">Refuse</button></form>");
    return html.append("</main></body></html>").toString();
  }

  static String error(String error, String detail) {
    return HEAD.formatted(STYLE)
        + "<p>Access blocked</p><p>Error 400: "
        + escape(error)
        + "</p><p>"
        + escape(detail)
        + "</p></main></body></html>";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
