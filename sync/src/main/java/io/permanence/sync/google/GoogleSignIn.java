package io.permanence.sync.google;

import com.google.api.client.auth.oauth2.AuthorizationCodeTokenRequest;
import com.google.api.client.auth.oauth2.ClientParametersAuthentication;
import com.google.api.client.auth.oauth2.RefreshTokenRequest;
import com.google.api.client.auth.oauth2.TokenResponse;
import com.google.api.client.auth.oauth2.TokenResponseException;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.UrlEncodedContent;
import com.google.api.client.json.gson.GsonFactory;
import io.permanence.runtime.blocking.Blocking;
import io.permanence.store.google.OfferedCode;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Codes, tokens and their end. */
public final class GoogleSignIn {
  private static final Logger log = LoggerFactory.getLogger(GoogleSignIn.class);

  private final Blocking blocking;
  private final HttpTransport transport;
  private final GoogleSettings settings;

  GoogleSignIn(Blocking blocking, HttpTransport transport, GoogleSettings settings) {
    this.blocking = blocking;
    this.transport = transport;
    this.settings = settings;
  }

  /** Exchanges a code, proving with the verifier that we asked for it (PKCE). */
  public Future<Exchange> exchange(OfferedCode offered) {
    return blocking.call(() -> exchanged(offered));
  }

  private Exchange exchanged(OfferedCode offered) {
    try {
      AuthorizationCodeTokenRequest request =
          new AuthorizationCodeTokenRequest(
                  transport, GsonFactory.getDefaultInstance(), tokenUrl(), offered.code())
              .setRedirectUri(offered.redirectUri())
              .setClientAuthentication(client())
              .setRequestInitializer(Timeouts::set);
      request.set("code_verifier", offered.verifier());
      return granted(request.execute());
    } catch (TokenResponseException refused) {
      return refused.getStatusCode() < 500 && refused.getStatusCode() != 429
          ? new Exchange.Refused(refused(refused))
          : new Exchange.Unavailable("google-unavailable");
    } catch (IOException | IllegalArgumentException failed) {
      log.info("a code could not be exchanged: {}", failed.getClass().getSimpleName());
      return new Exchange.Unavailable("google-unavailable");
    }
  }

  private static Exchange granted(TokenResponse tokens) {
    if (tokens.getRefreshToken() == null) {
      return new Exchange.Refused("no-refresh-token");
    }
    String scopes = tokens.getScope() == null ? "" : tokens.getScope();
    return new Exchange.Granted(tokens.getRefreshToken(), List.of(scopes.strip().split(" ", -1)));
  }

  /** An access token for a run. */
  public Future<Access> access(String refreshToken) {
    return blocking.call(() -> refreshed(refreshToken));
  }

  private Access refreshed(String refreshToken) {
    try {
      return new Access.Granted(
          new RefreshTokenRequest(
                  transport, GsonFactory.getDefaultInstance(), tokenUrl(), refreshToken)
              .setClientAuthentication(client())
              .setRequestInitializer(Timeouts::set)
              .execute()
              .getAccessToken());
    } catch (TokenResponseException refused) {
      return refused(refused).equals("invalid-grant")
          ? new Access.Ended()
          : new Access.Unavailable("google-unavailable");
    } catch (IOException | IllegalArgumentException failed) {
      return new Access.Unavailable("google-unavailable");
    }
  }

  /**
   * Ends the grant at Google.
   *
   * @return whether it has ended: also true when Google does not know the token any more; false
   *     when Google could not be asked
   */
  public Future<Boolean> revoke(String refreshToken) {
    return blocking.call(() -> revoked(refreshToken));
  }

  private boolean revoked(String refreshToken) {
    try {
      HttpRequest request =
          transport
              .createRequestFactory(Timeouts::set)
              .buildPostRequest(
                  new GenericUrl(settings.revokeUrl()),
                  new UrlEncodedContent(Map.of("token", refreshToken)))
              .setThrowExceptionOnExecuteError(false);
      HttpResponse answer = request.execute();
      try {
        return answer.isSuccessStatusCode() || answer.getStatusCode() == 400;
      } finally {
        answer.disconnect();
      }
    } catch (IOException failed) {
      log.info("a token could not be revoked: {}", failed.getClass().getSimpleName());
      return false;
    }
  }

  private GenericUrl tokenUrl() {
    return new GenericUrl(settings.tokenUrl());
  }

  private ClientParametersAuthentication client() {
    return new ClientParametersAuthentication(settings.clientId(), settings.clientSecret());
  }

  private static String refused(TokenResponseException refused) {
    String error = refused.getDetails() == null ? null : refused.getDetails().getError();
    return error != null && error.matches("[a-z_]{1,40}") ? error.replace('_', '-') : "refused";
  }
}
