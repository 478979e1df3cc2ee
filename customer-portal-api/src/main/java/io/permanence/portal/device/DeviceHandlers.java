package io.permanence.portal.device;

import io.permanence.model.id.ConsentId;
import io.permanence.portal.http.Answer;
import io.permanence.portal.http.Operation;
import io.permanence.portal.http.Request;
import io.permanence.runtime.http.Problem;
import io.permanence.store.Database;
import io.permanence.store.Tx;
import io.permanence.store.consent.Consents;
import io.permanence.store.consent.Purpose;
import io.permanence.store.device.Device;
import io.permanence.store.device.Devices;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Devices for push; each rests on a consent that was in force when it was registered. */
public final class DeviceHandlers {
  private static final int MOST = 20;

  private final Database database;
  private final PushSettings push;

  /** Works on the person's devices. */
  public DeviceHandlers(Database database, PushSettings push) {
    this.database = database;
    this.push = push;
  }

  /** The operations by their ids. */
  public Map<String, Operation> operations() {
    return Map.of(
        "getPushConfiguration", this::configuration,
        "listDevices", this::list,
        "registerDevice", this::register,
        "removeDevice", this::remove);
  }

  private record Configuration(String provider, Optional<PushSettings.Firebase> firebase) {}

  private record View(
      UUID id, String label, Instant registeredAt, Optional<Instant> lastSeenAt, boolean current) {
    static View of(Device device, Request request) {
      return new View(
          device.id(),
          device.label(),
          device.registeredAt(),
          Optional.of(device.seenAt()),
          device.session().equals(Optional.of(request.session().principal().sessionId())));
    }
  }

  private record Listed(List<View> items) {}

  private Future<Answer> configuration(Request request) {
    return Future.succeededFuture(
        Answer.ok(
            new Configuration(push.firebase().isPresent() ? "FIREBASE" : "DEMO", push.firebase())));
  }

  private Future<Answer> list(Request request) {
    return database
        .inTransaction(request.customer(), tx -> Devices.of(tx, request.account()))
        .map(all -> Answer.ok(new Listed(all.stream().map(it -> View.of(it, request)).toList())));
  }

  private Future<Answer> register(Request request) {
    UUID id = request.body().id("id");
    ConsentId consent = new ConsentId(request.body().id("consentId"));
    return database.inTransaction(
        request.customer(),
        tx ->
            Consents.inForce(tx, request.account(), Purpose.PUSH)
                .compose(
                    given ->
                        given.filter(it -> it.id().equals(consent)).isPresent()
                            ? Devices.find(tx, id)
                            : conflict("consent-required", "Push needs a consent in force."))
                .compose(existing -> keep(tx, request, id, consent, existing)));
  }

  private static Future<Answer> keep(
      Tx tx, Request request, UUID id, ConsentId consent, Optional<Device> existing) {
    if (existing.filter(it -> !it.account().equals(request.account())).isPresent()) {
      return conflict("id-already-used", "This id stands for another device.");
    }
    Device device =
        new Device(
            id,
            request.account(),
            request.body().visible("label"),
            consent,
            Optional.of(request.session().principal().sessionId()),
            existing.map(Device::registeredAt).orElse(request.now()),
            request.now());
    return Devices.of(tx, request.account())
        .compose(
            all ->
                existing.isEmpty() && all.size() >= MOST
                    ? conflict("too-many", "Remove a device first.")
                    : Devices.register(tx, request.customer(), device, request.body().text("token"))
                        .map(done -> Answer.created(existing.isEmpty(), View.of(device, request))));
  }

  private static <T> Future<T> conflict(String type, String title) {
    return Future.failedFuture(Problem.conflict(type, title).exception());
  }

  private Future<Answer> remove(Request request) {
    UUID id = request.id("deviceId");
    return database
        .inTransaction(request.customer(), tx -> Devices.remove(tx, request.account(), id))
        .compose(
            removed ->
                removed
                    ? Future.succeededFuture(Answer.nothing())
                    : Future.failedFuture(Problem.notFound().exception()));
  }
}
