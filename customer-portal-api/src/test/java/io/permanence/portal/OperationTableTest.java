package io.permanence.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.Role;
import io.permanence.model.id.Id;
import io.permanence.portal.OperationSamples.Sample;
import io.permanence.portal.Portal.Browser;
import io.permanence.portal.http.Contract;
import io.permanence.portal.http.Permissions;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.openapi.contract.Location;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every operation × role × (own, another customer's, unknown), from the table itself (S1). */
class OperationTableTest {
  @RegisterExtension private static final Portal PORTAL = new Portal();
  private static final House OWN = House.build(PORTAL);
  private static final House OTHER = House.build(PORTAL);
  private static final List<Role> ROLES =
      List.of(Role.CUSTOMER_OWNER, Role.CUSTOMER_COLLEAGUE, Role.CUSTOMER_READ_ONLY);
  private static final Map<Role, Portal.Account> ACCOUNTS = new EnumMap<>(Role.class);
  private static final Map<Role, Browser> BROWSERS = new EnumMap<>(Role.class);
  private static final Portal.Account NEIGHBOUR =
      PORTAL.account(OTHER.customer(), Role.CUSTOMER_OWNER, false);
  private static final OperationSamples OPERATIONS =
      new OperationSamples(PORTAL, OWN, OperationTableTest::account, NEIGHBOUR);
  private static final Map<String, Sample> SAMPLES = OPERATIONS.all();
  private static final Map<String, Sample> OF_ONE_LINE = OPERATIONS.ofOneLine();

  static {
    for (Role role : ROLES) {
      Portal.Account account = PORTAL.account(OWN.customer(), role, false);
      ACCOUNTS.put(role, account);
      BROWSERS.put(role, PORTAL.signIn(account));
    }
  }

  @Test
  void everyOperationIsTried() {
    assertThat(SAMPLES.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Permissions.operations().stream()
                .filter(
                    id ->
                        !List.of("signIn", "signOut", "changePassword", "followLiveEvents")
                            .contains(id))
                .toList());
  }

  @Test
  void everyListThatCanBeAskedForOneLineIsAskedForOne() {
    List<String> lists =
        Contract.read(PORTAL.vertx, "openapi/portal.yaml")
            .toCompletionStage()
            .toCompletableFuture()
            .join()
            .operations()
            .stream()
            .filter(each -> each.getParameters().stream().anyMatch(OperationTableTest::isALine))
            .map(Operation::getOperationId)
            .toList();
    assertThat(OF_ONE_LINE.keySet()).containsExactlyInAnyOrderElementsOf(lists);
  }

  private static boolean isALine(Parameter parameter) {
    return parameter.getIn() == Location.QUERY && parameter.getName().equals("lineId");
  }

  @TestFactory
  Stream<DynamicTest> everyOperationForEveryRoleOnEveryObject() {
    return Stream.of(SAMPLES, OF_ONE_LINE)
        .flatMap(samples -> samples.entrySet().stream())
        .flatMap(
            each ->
                ROLES.stream()
                    .map(
                        role ->
                            DynamicTest.dynamicTest(
                                each.getKey() + " " + each.getValue().path() + " as " + role,
                                () -> check(each.getKey(), each.getValue(), role))));
  }

  private static void check(String operation, Sample sample, Role role) {
    boolean allowed = Permissions.of(operation).orElseThrow().roles().contains(role);
    Browser browser = browser(role);
    if (sample.object().isEmpty()) {
      HttpResponse<Buffer> answer = send(browser, sample, sample.path(), role);
      assertThat(answer.statusCode())
          .as(answer.bodyAsString())
          .isEqualTo(allowed ? sample.own() : 403);
      return;
    }
    Function<House, UUID> make = sample.object().get();
    HttpResponse<Buffer> foreign = send(browser, sample, path(sample, make.apply(OTHER)), role);
    HttpResponse<Buffer> unknown = send(browser, sample, path(sample, Id.next()), role);
    HttpResponse<Buffer> own =
        send(browser, sample, path(sample, OPERATIONS.ofRole(make, role)), role);
    assertThat(own.statusCode()).as(own.bodyAsString()).isEqualTo(allowed ? sample.own() : 403);
    assertThat(foreign.statusCode()).as(foreign.bodyAsString()).isEqualTo(allowed ? 404 : 403);
    assertThat(foreign.statusCode()).isEqualTo(unknown.statusCode());
    assertThat(foreign.bodyAsString()).isEqualTo(unknown.bodyAsString());
  }

  @TestFactory
  Stream<DynamicTest> nobodyIsRefusedEverywhere() {
    return SAMPLES.entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () ->
                        assertThat(
                                send(
                                        PORTAL.nobody(),
                                        each.getValue(),
                                        path(each.getValue(), Id.next()),
                                        Role.CUSTOMER_OWNER)
                                    .statusCode())
                            .isEqualTo(401)));
  }

  @TestFactory
  Stream<DynamicTest> whoHasATemporaryPasswordIsRefusedEverywhere() {
    Browser browser = PORTAL.signIn(PORTAL.account(OWN.customer(), Role.CUSTOMER_OWNER, true));
    return SAMPLES.entrySet().stream()
        .filter(each -> !each.getKey().equals("getCurrentSession"))
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () ->
                        assertThat(
                                send(
                                        browser,
                                        each.getValue(),
                                        path(each.getValue(), Id.next()),
                                        Role.CUSTOMER_OWNER)
                                    .bodyAsString())
                            .contains("password-change-required")));
  }

  private static String path(Sample sample, UUID id) {
    return sample.path().formatted(id);
  }

  private static HttpResponse<Buffer> send(Browser browser, Sample sample, String path, Role role) {
    return browser.send(sample.method(), path, sample.body().apply(role), sample.ifMatch());
  }

  private static Portal.Account account(Role role) {
    return Optional.ofNullable(ACCOUNTS.get(role)).orElseThrow();
  }

  private static Browser browser(Role role) {
    return Optional.ofNullable(BROWSERS.get(role)).orElseThrow();
  }
}
