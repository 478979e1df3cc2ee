package io.permanence.testing.standin.google.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.auth.oauth2.AuthorizationCodeFlow;
import com.google.api.client.auth.oauth2.BearerToken;
import com.google.api.client.auth.oauth2.ClientParametersAuthentication;
import com.google.api.client.auth.oauth2.TokenResponse;
import com.google.api.client.auth.oauth2.TokenResponseException;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.auth.oauth2.UserCredentials;
import io.permanence.testing.standin.Http;
import io.permanence.testing.standin.Waiting;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleOAuthTest {
  private static final String MARTIN = "martin@example.org";
  private static final String CONTACTS = "https://www.googleapis.com/auth/contacts.readonly";
  private static final String CALENDAR = "https://www.googleapis.com/auth/calendar.events";
  private static final String BACK = "http://localhost:8444/api/v1/google/callback";
  private static final OAuthSeed SEED =
      new OAuthSeed(
          List.of(new OAuthSeed.User(MARTIN, "Dr Martin")),
          new OAuthSeed.Client("permanence", "shh", "Permanence", List.of(BACK)));

  private static Vertx vertx;
  private static GoogleOAuth google;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    google = Waiting.on(GoogleOAuth.start(vertx, 0, SEED, Clock.systemUTC()));
  }

  @AfterAll
  static void stop() {
    Waiting.on(google.close());
    Waiting.on(vertx.close());
  }

  @BeforeEach
  void nothingGranted() {
    Waiting.on(google.withdraw(MARTIN));
  }

  @Test
  void consentWithPkceGivesTokensForWhatWasGranted() throws IOException {
    TokenResponse tokens = signIn(flow());

    assertThat(tokens.getAccessToken()).isNotEmpty();
    assertThat(tokens.getRefreshToken()).isNotEmpty();
    assertThat(tokens.getScope()).isEqualTo(CONTACTS);
    assertThat(tokenInfo(tokens.getAccessToken()).body()).contains(CONTACTS, MARTIN);
    assertThat(Waiting.on(google.accessTokens().check(tokens.getAccessToken())))
        .contains(new AccessTokens.Access(MARTIN, Set.of(CONTACTS)));
  }

  @Test
  void theStateComesBackWithTheCode() {
    URI back = Waiting.on(google.consent(url(Map.of("state", "a b")), MARTIN));

    assertThat(back.toString()).startsWith(BACK + "?code=");
    assertThat(parameter(back, "state")).isEqualTo("a b");
  }

  @Test
  void aRefusalComesBackAsAnError() {
    URI back = Waiting.on(google.refuse(url(Map.of())));

    assertThat(parameter(back, "error")).isEqualTo("access_denied");
  }

  @Test
  void anUntickedScopeIsNotGranted() {
    String asked = url(Map.of("scope", CONTACTS + " " + CALENDAR));
    URI back = Waiting.on(google.consent(asked, MARTIN, List.of(CALENDAR)));

    var tokens = new JsonObject(exchange(parameter(back, "code"), BACK).body());
    assertThat(tokens.getString("scope")).isEqualTo(CALENDAR);
  }

  @ParameterizedTest
  @CsvSource({
    "client_id, other, invalid_client",
    "redirect_uri, http://localhost:8444/api/v1/google/callback/, redirect_uri_mismatch",
    "response_type, token, unsupported_response_type",
    "scope, everything, invalid_scope",
    "scope, '', invalid_request",
    "access_type, sometimes, invalid_request",
    "code_challenge, short, invalid_request"
  })
  void aWrongRequestIsRefusedOnAPageAndNeverRedirected(String name, String value, String error) {
    var page = Http.get(url(Map.of(name, value)));

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains(error);
  }

  @Test
  void aWrongVerifierBuysNothing() {
    String challenge = "x".repeat(43);
    String asked = url(Map.of("code_challenge", challenge, "code_challenge_method", "S256"));
    String code = parameter(Waiting.on(google.consent(asked, MARTIN)), "code");

    assertThat(exchange(code, BACK).body()).contains("invalid_grant");
  }

  @Test
  void aCodeBuysTokensOnceAndOnlyWithItsRedirectAddress() {
    String code = parameter(Waiting.on(google.consent(url(Map.of()), MARTIN)), "code");
    assertThat(exchange(code, BACK).statusCode()).isEqualTo(200);
    assertThat(exchange(code, BACK).body()).contains("invalid_grant");

    String other = parameter(Waiting.on(google.consent(url(Map.of()), MARTIN)), "code");
    assertThat(exchange(other, "http://localhost/").body()).contains("redirect_uri_mismatch");
  }

  @Test
  void aRefreshTokenIsHandedOutOnceUnlessConsentIsAskedAgain() {
    assertThat(tokens(Map.of())).doesNotContain("refresh_token");
    assertThat(tokens(Map.of("access_type", "offline"))).contains("refresh_token");
    assertThat(tokens(Map.of("access_type", "offline"))).doesNotContain("refresh_token");
    assertThat(tokens(Map.of("access_type", "offline", "prompt", "consent")))
        .contains("refresh_token");
  }

  @Test
  void anExpiredAccessTokenIsReplacedWithTheRefreshToken() throws IOException {
    TokenResponse tokens = signIn(flow());
    google.expireAccessTokens();
    assertThat(tokenInfo(tokens.getAccessToken()).statusCode()).isEqualTo(400);

    String fresh = credentials(tokens).refreshAccessToken().getTokenValue();

    assertThat(tokenInfo(fresh).statusCode()).isEqualTo(200);
  }

  @Test
  void revokingTheRefreshTokenEndsEveryTokenOfTheGrant() throws IOException {
    TokenResponse tokens = signIn(flow());
    String form = "token=" + encoded(tokens.getRefreshToken());
    assertThat(post(google.revocationUrl(), form).statusCode()).isEqualTo(200);

    assertThat(tokenInfo(tokens.getAccessToken()).statusCode()).isEqualTo(400);
    assertThat(google.isGranted(MARTIN)).isFalse();
    assertThatThrownBy(() -> credentials(tokens).refreshAccessToken())
        .hasMessageContaining("invalid_grant");
    assertThat(post(google.revocationUrl(), form).body()).contains("invalid_token");
  }

  @Test
  void aWithdrawalInTheGoogleAccountEndsTheGrant() throws IOException {
    TokenResponse tokens = signIn(flow());

    Http.send("POST", google.url() + "/control/accounts/" + MARTIN + "/revoke", "");

    assertThatThrownBy(() -> credentials(tokens).refreshAccessToken())
        .hasMessageContaining("invalid_grant");
  }

  @Test
  void aTokenThatNobodyIssuedIsNobodys() {
    String bearer = "Bearer made-up";
    var answer = Http.get(google.url() + "/oauth2/v2/userinfo", "Authorization", bearer);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(Waiting.on(google.accessTokens().check("made-up"))).isEmpty();
    assertThat(Waiting.on(AccessTokens.askedAt(vertx, google.url()).check("made-up"))).isEmpty();
  }

  @Test
  void theDiscoveryDocumentNamesTheGate() {
    var answer = Http.get(google.url() + "/.well-known/openid-configuration");

    var document = new JsonObject(answer.body());
    assertThat(document.getString("issuer")).isEqualTo(google.url());
    assertThat(document.getString("token_endpoint")).isEqualTo(google.tokenUrl());
    assertThat(document.getString("authorization_endpoint")).isEqualTo(google.authorizationUrl());
    assertThat(document.getString("revocation_endpoint")).isEqualTo(google.revocationUrl());
  }

  @Test
  void aWrongSecretIsRefused() {
    var flow = flow("wrong");

    assertThatThrownBy(() -> signIn(flow))
        .isInstanceOf(TokenResponseException.class)
        .hasMessageContaining("401");
  }

  private static AuthorizationCodeFlow flow() {
    return flow("shh");
  }

  private static AuthorizationCodeFlow flow(String secret) {
    return new AuthorizationCodeFlow.Builder(
            BearerToken.authorizationHeaderAccessMethod(),
            new NetHttpTransport(),
            GsonFactory.getDefaultInstance(),
            new GenericUrl(google.tokenUrl()),
            new ClientParametersAuthentication("permanence", secret),
            "permanence",
            google.authorizationUrl())
        .setScopes(List.of(CONTACTS))
        .enablePKCE()
        .build();
  }

  private static TokenResponse signIn(AuthorizationCodeFlow flow) throws IOException {
    String asked =
        flow.newAuthorizationUrl().setRedirectUri(BACK).set("access_type", "offline").build();
    String code = parameter(Waiting.on(google.consent(asked, MARTIN)), "code");
    return flow.newTokenRequest(code).setRedirectUri(BACK).execute();
  }

  private static UserCredentials credentials(TokenResponse tokens) {
    return UserCredentials.newBuilder()
        .setClientId("permanence")
        .setClientSecret("shh")
        .setRefreshToken(tokens.getRefreshToken())
        .setTokenServerUri(URI.create(google.tokenUrl()))
        .build();
  }

  private static String url(Map<String, String> changes) {
    var parameters =
        new TreeMap<>(
            Map.of(
                "client_id",
                "permanence",
                "redirect_uri",
                BACK,
                "response_type",
                "code",
                "scope",
                CONTACTS));
    parameters.putAll(changes);
    var url = new StringBuilder(google.authorizationUrl()).append('?');
    parameters.forEach((name, value) -> url.append(name + "=" + encoded(value) + "&"));
    return url.toString();
  }

  private static Set<String> tokens(Map<String, String> changes) {
    String code = parameter(Waiting.on(google.consent(url(changes), MARTIN)), "code");
    return new JsonObject(exchange(code, BACK).body()).fieldNames();
  }

  private static HttpResponse<String> exchange(String code, String redirectUri) {
    return post(
        google.tokenUrl(),
        "grant_type=authorization_code&client_id=permanence&client_secret=shh&code="
            + encoded(code)
            + "&redirect_uri="
            + encoded(redirectUri));
  }

  private static HttpResponse<String> post(String url, String form) {
    return Http.send("POST", url, form, "Content-Type", "application/x-www-form-urlencoded");
  }

  private static HttpResponse<String> tokenInfo(String token) {
    return Http.get(google.url() + "/tokeninfo?access_token=" + encoded(token));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String parameter(URI uri, String name) {
    var matcher = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(uri.toString());
    assertThat(matcher.find()).as(uri.toString()).isTrue();
    return URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8);
  }
}
