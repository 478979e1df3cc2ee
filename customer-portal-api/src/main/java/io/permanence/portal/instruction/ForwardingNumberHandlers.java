package io.permanence.portal.instruction;

import io.permanence.model.NumberPlan;
import io.permanence.model.PhoneNumber;
import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.line.TollFence;
import io.permanence.portal.http.Answer;
import io.permanence.portal.http.Operation;
import io.permanence.portal.http.Request;
import io.permanence.runtime.http.Problem;
import io.permanence.store.Database;
import io.permanence.store.Tx;
import io.permanence.store.instruction.ForwardingNumber;
import io.permanence.store.instruction.ForwardingNumbers;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The numbers callers may be put through to; only such as the toll fence lets be dialled (A14). */
public final class ForwardingNumberHandlers {
  private static final int MOST = 50;

  private final Database database;
  private final NumberPlan numbers;
  private final TollFence fence;

  /** Works on the customer's forwarding numbers. */
  public ForwardingNumberHandlers(Database database, NumberPlan numbers, TollFence fence) {
    this.database = database;
    this.numbers = numbers;
    this.fence = fence;
  }

  /** The operations by their ids. */
  public Map<String, Operation> operations() {
    return Map.of(
        "listForwardingNumbers", this::list,
        "addForwardingNumber", this::add,
        "removeForwardingNumber", this::remove);
  }

  private record View(UUID id, String number, String label, Optional<Instant> provenAt) {
    static View of(ForwardingNumber number) {
      return new View(
          number.id().value(), number.number().e164(), number.label(), number.provenAt());
    }
  }

  private record Listed(List<View> items) {}

  private Future<Answer> list(Request request) {
    return database
        .inTransaction(request.customer(), ForwardingNumbers::all)
        .map(all -> Answer.ok(new Listed(all.stream().limit(MOST).map(View::of).toList())));
  }

  private Future<Answer> add(Request request) {
    PhoneNumber number =
        numbers
            .parse(request.body().text("number"))
            .orElseThrow(() -> Problem.invalid("number", "not-a-number").exception());
    String label = request.body().visible("label");
    ForwardingNumber wish =
        new ForwardingNumber(
            new ForwardingNumberId(request.body().id("id")), number, label, Optional.empty());
    return database.inTransaction(
        request.customer(),
        tx ->
            ForwardingNumbers.all(tx)
                .compose(
                    all ->
                        known(wish, all)
                            .orElseGet(
                                () ->
                                    roomLeft(all)
                                        .compose(room -> dialable(tx, wish))
                                        .compose(fit -> added(tx, request, wish)))));
  }

  /** The answer to a wish whose id or number is there already. */
  private static Optional<Future<Answer>> known(ForwardingNumber wish, List<ForwardingNumber> all) {
    Optional<ForwardingNumber> sameId =
        all.stream().filter(each -> each.id().equals(wish.id())).findAny();
    if (sameId.isPresent()) {
      boolean repeated =
          sameId.get().number().equals(wish.number()) && sameId.get().label().equals(wish.label());
      return Optional.of(
          repeated
              ? Future.succeededFuture(Answer.created(false, View.of(sameId.get())))
              : conflict("id-already-used", "This id stands for another number."));
    }
    return all.stream().anyMatch(each -> each.number().equals(wish.number()))
        ? Optional.of(Future.failedFuture(Problem.invalid("number", "already-listed").exception()))
        : Optional.empty();
  }

  private static Future<Void> roomLeft(List<ForwardingNumber> all) {
    return all.size() < MOST
        ? Future.succeededFuture()
        : conflict("too-many", "Remove a number first.");
  }

  private Future<Void> dialable(Tx tx, ForwardingNumber wish) {
    return ForwardingNumbers.ownLine(tx, wish.number())
        .compose(
            own ->
                refused(fence.check(wish.number(), own))
                    .<Future<Void>>map(
                        rule -> Future.failedFuture(Problem.invalid("number", rule).exception()))
                    .orElseGet(Future::succeededFuture));
  }

  /** Adds it; one that came in the same moment is answered as if it had come before. */
  private static Future<Answer> added(Tx tx, Request request, ForwardingNumber wish) {
    return ForwardingNumbers.add(tx, request.customer(), wish, request.now())
        .compose(
            first ->
                first
                    ? Future.succeededFuture(Answer.created(true, View.of(wish)))
                    : ForwardingNumbers.all(tx)
                        .compose(
                            all ->
                                known(wish, all)
                                    .orElseGet(
                                        () ->
                                            Future.failedFuture(
                                                Problem.contradictsState().exception()))));
  }

  private static Optional<String> refused(TollFence.Verdict verdict) {
    return switch (verdict) {
      case TollFence.Verdict.Pass pass -> Optional.empty();
      case TollFence.Verdict.Refused refused ->
          Optional.of(
              switch (refused.why()) {
                case OWN_LINE -> "own-line";
                case COUNTRY_NOT_ALLOWED -> "country-not-allowed";
                case NOT_A_SUBSCRIBER -> "not-a-number";
                default -> "range-not-allowed";
              });
    };
  }

  private Future<Answer> remove(Request request) {
    ForwardingNumberId id = new ForwardingNumberId(request.id("forwardingNumberId"));
    return database
        .inTransaction(
            request.customer(),
            tx ->
                ForwardingNumbers.inUse(tx, id)
                    .compose(
                        used ->
                            used
                                ? ForwardingNumberHandlers.<Boolean>conflict(
                                    "in-use", "An instruction rings this number.")
                                : ForwardingNumbers.remove(tx, id)))
        .compose(
            removed ->
                removed
                    ? Future.succeededFuture(Answer.nothing())
                    : Future.failedFuture(Problem.notFound().exception()));
  }

  private static <T> Future<T> conflict(String type, String title) {
    return Future.failedFuture(Problem.conflict(type, title).exception());
  }
}
