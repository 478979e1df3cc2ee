package io.permanence.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.Role;
import io.permanence.portal.Portal.Browser;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two people of one customer who edit the same at once (DESIGN 7). */
class TwoEditorsTest {
  @RegisterExtension private static final Portal PORTAL = new Portal();
  private House house = House.build(PORTAL);
  private Browser one = PORTAL.signIn(PORTAL.account(house.customer(), Role.CUSTOMER_OWNER, false));
  private Browser other =
      PORTAL.signIn(PORTAL.account(house.customer(), Role.CUSTOMER_COLLEAGUE, false));

  @Test
  void theSecondToChooseForALineIsToldAndLosesNothing() {
    String path = "/lines/" + house.line() + "/choices";
    JsonObject line = line();
    String seen = "\"" + line.getInteger("version") + "\"";
    JsonObject mine = line.getJsonObject("choices").copy().put("blockedCallers", "VOICEMAIL");
    assertThat(one.send(HttpMethod.PUT, path, mine).statusCode()).isEqualTo(428);
    HttpResponse<Buffer> first = one.send(HttpMethod.PUT, path, mine, seen);
    assertThat(first.statusCode()).isEqualTo(200);
    JsonObject theirs = line.getJsonObject("choices").copy().put("outOfHours", "MESSAGE");
    assertThat(other.send(HttpMethod.PUT, path, theirs, seen).statusCode()).isEqualTo(412);
    assertThat(line().getJsonObject("choices")).isEqualTo(mine);
    assertThat(first.getHeader("ETag")).isEqualTo("\"" + line().getInteger("version") + "\"");
    assertThat(other.send(HttpMethod.PUT, path, theirs, first.getHeader("ETag")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void theSecondToMarkAContactIsToldWhoeverItIs() {
    UUID own = house.contact("Anne Petit");
    house.run(
        """
        insert into google_contact (customer_id, resource_name, etag, display_name, consent_id,
          synced_at) values (?, 'people/c1', 'e', 'Bruno Roy', ?, ?)\
        """,
        house.customer().value(),
        UUID.randomUUID(),
        Portal.NOON);
    List<String> ids =
        one.get("/contacts").bodyAsJsonObject().getJsonArray("items").stream()
            .map(each -> ((JsonObject) each).getString("id"))
            .toList();
    assertThat(ids).hasSize(2).contains(own.toString());
    for (String id : ids) {
      String path = "/contacts/" + id;
      String seen = one.get(path).getHeader("ETag");
      JsonObject vip = new JsonObject().put("mark", "VIP");
      JsonObject blocked = new JsonObject().put("mark", "BLOCKED");
      assertThat(one.send(HttpMethod.PUT, path + "/mark", vip).statusCode()).isEqualTo(428);
      HttpResponse<Buffer> first = one.send(HttpMethod.PUT, path + "/mark", vip, seen);
      assertThat(first.statusCode()).as(id).isEqualTo(200);
      assertThat(other.send(HttpMethod.PUT, path + "/mark", blocked, seen).statusCode())
          .as(id)
          .isEqualTo(412);
      assertThat(one.get(path).bodyAsJsonObject().getString("mark")).isEqualTo("VIP");
      HttpResponse<Buffer> second =
          other.send(HttpMethod.PUT, path + "/mark", blocked, first.getHeader("ETag"));
      assertThat(second.statusCode()).as(id).isEqualTo(200);
      JsonObject none = new JsonObject().put("mark", "NONE");
      assertThat(
              one.send(HttpMethod.PUT, path + "/mark", none, second.getHeader("ETag"))
                  .bodyAsJsonObject()
                  .getString("mark"))
          .isEqualTo("NONE");
    }
  }

  private JsonObject line() {
    return one.get("/lines").bodyAsJsonObject().getJsonArray("items").getJsonObject(0);
  }
}
