package io.permanence.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.Role;
import io.permanence.portal.Portal.Browser;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Signing in and out, and the password that is changed first (D1). */
class SignInTest {
  @RegisterExtension private static final Portal PORTAL = new Portal();
  private House house = House.build(PORTAL);
  private Portal.Account account = PORTAL.account(house.customer(), Role.CUSTOMER_OWNER, false);

  @Test
  void theSessionsCookieIsForThisSiteAlone() {
    HttpResponse<Buffer> in =
        PORTAL
            .nobody()
            .send(
                HttpMethod.POST,
                "/sessions",
                new JsonObject().put("user", account.user()).put("password", Portal.PASSWORD));
    assertThat(in.cookies().getFirst())
        .startsWith("app=")
        .contains("HTTPOnly")
        .contains("SameSite=Strict")
        .contains("Path=/");
  }

  @Test
  void aChangeWithoutOurHeaderIsRefused() {
    HttpResponse<Buffer> answer =
        Portal.await(
            PORTAL
                .nobody()
                .request(HttpMethod.POST, "/sessions")
                .putHeader("X-Permanence", "other")
                .sendJsonObject(new JsonObject()));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.bodyAsString()).contains("missing-app-header");
  }

  @Test
  void tenFailuresAnHourAndThenSomePatience() {
    JsonObject wrong =
        new JsonObject().put("user", account.user()).put("password", "pas le bon mot");
    for (int i = 0; i < 10; i++) {
      HttpResponse<Buffer> answer = PORTAL.nobody().send(HttpMethod.POST, "/sessions", wrong);
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.bodyAsString()).contains("wrong-credentials");
    }
    HttpResponse<Buffer> tooMany = PORTAL.nobody().send(HttpMethod.POST, "/sessions", wrong);
    assertThat(tooMany.statusCode()).isEqualTo(429);
    assertThat(tooMany.getHeader("Retry-After")).isEqualTo("3600");
  }

  @Test
  void aTemporaryPasswordIsChangedBeforeAnythingElse() {
    Browser fresh = PORTAL.signIn(PORTAL.account(house.customer(), Role.CUSTOMER_OWNER, true));
    assertThat(fresh.get("/sessions/current").bodyAsJsonObject().getBoolean("mustChangePassword"))
        .isTrue();
    assertThat(fresh.get("/calls").statusCode()).isEqualTo(403);
    HttpResponse<Buffer> refused = change(fresh, "court");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Portal.errors(refused)).containsExactly("newPassword too-short 15");
    HttpResponse<Buffer> changed = change(fresh, "une girafe mange du tilleul");
    assertThat(changed.statusCode()).isEqualTo(204);
    Browser renewed = PORTAL.new Browser(changed.cookies().getFirst().split(";", 2)[0]);
    assertThat(renewed.get("/calls").statusCode()).isEqualTo(200);
    assertThat(fresh.get("/calls").statusCode()).isEqualTo(401);
  }

  private static HttpResponse<Buffer> change(Browser browser, String next) {
    return browser.send(
        HttpMethod.PUT,
        "/accounts/current/password",
        new JsonObject().put("currentPassword", Portal.PASSWORD).put("newPassword", next));
  }
}
