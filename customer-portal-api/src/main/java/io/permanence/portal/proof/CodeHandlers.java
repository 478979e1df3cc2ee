package io.permanence.portal.proof;

import io.permanence.model.NumberPlan;
import io.permanence.model.PhoneNumber;
import io.permanence.model.delivery.MessageKind;
import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.line.TollFence;
import io.permanence.portal.http.Answer;
import io.permanence.portal.http.Operation;
import io.permanence.portal.http.Request;
import io.permanence.runtime.http.Problem;
import io.permanence.runtime.secret.Sealer;
import io.permanence.store.Database;
import io.permanence.store.Tx;
import io.permanence.store.delivery.Outbox;
import io.permanence.store.instruction.ForwardingNumber;
import io.permanence.store.instruction.ForwardingNumbers;
import io.permanence.store.proof.NumberProof;
import io.permanence.store.proof.NumberProof.By;
import io.permanence.store.proof.NumberProofs;
import io.permanence.store.proof.ProofCalls;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sends codes to forwarding numbers and takes them back (A14). */
public final class CodeHandlers {
  private static final int CODES = 1_000_000;

  private final Database database;
  private final NumberPlan numbers;
  private final TollFence fence;
  private final Sealer sealer;
  private final SecureRandom random = new SecureRandom();

  /** Proves numbers that this fence lets be dialled. */
  public CodeHandlers(Database database, NumberPlan numbers, TollFence fence, Sealer sealer) {
    this.database = database;
    this.numbers = numbers;
    this.fence = fence;
    this.sealer = sealer;
  }

  /** The operations by their ids. */
  public Map<String, Operation> operations() {
    return Map.of(
        "sendNumberCode", this::send,
        "getNumberCode", this::latest,
        "proveForwardingNumber", this::prove);
  }

  private static ForwardingNumberId id(Request request) {
    return new ForwardingNumberId(request.id("forwardingNumberId"));
  }

  private static Future<ForwardingNumber> number(Tx tx, ForwardingNumberId id) {
    return ForwardingNumbers.all(tx)
        .map(
            all ->
                all.stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Problem.notFound().exception()));
  }

  private Future<Answer> send(Request request) {
    UUID code = request.body().id("id");
    By by = request.body().word("by", By.class);
    return database.inTransaction(
        request.customer(),
        tx ->
            NumberProofs.locked(tx)
                .compose(locked -> number(tx, id(request)))
                .compose(number -> repeatedOrNew(tx, request, code, by, number)));
  }

  private Future<Answer> repeatedOrNew(
      Tx tx, Request request, UUID code, By by, ForwardingNumber number) {
    return NumberProofs.find(tx, code)
        .compose(
            known -> {
              if (known.isPresent()) {
                NumberProof same = known.get();
                return same.numberId().equals(number.id()) && same.by() == by
                    ? Future.succeededFuture(
                        Answer.created(false, CodeView.of(same, Optional.empty())))
                    : conflict("id-already-used", "This id stands for another code.");
              }
              if (number.provenAt().isPresent()) {
                return conflict("already-proven", "The number is proven.");
              }
              return NumberProofs.sentSince(tx, request.now().minus(CodeRules.DAY))
                  .compose(before -> decide(tx, request, code, by, number, before));
            });
  }

  private Future<Answer> decide(
      Tx tx,
      Request request,
      UUID code,
      By by,
      ForwardingNumber number,
      List<NumberProofs.Sent> before) {
    PhoneNumber to = number.number();
    if (fence.check(to, false) instanceof TollFence.Verdict.Refused) {
      return Future.failedFuture(Problem.invalid("number", "range-not-allowed").exception());
    }
    return switch (CodeRules.sending(by, to, numbers.kind(to), before, request.now())) {
      case CodeRules.Sending.NoSms noSms ->
          Future.failedFuture(Problem.invalid("by", "not-a-mobile").exception());
      case CodeRules.Sending.TooMany many ->
          Future.failedFuture(tooMany(many.limit(), many.pause()).exception());
      case CodeRules.Sending.Allowed allowed -> add(tx, request, code, by, number);
    };
  }

  private static Problem tooMany(CodeRules.Limit limit, Duration wait) {
    return new Problem(
        "too-many-attempts",
        "So many codes are not sent.",
        429,
        List.of(new Problem.Field("by", limit.rule(), Optional.of(limit.most()))),
        Optional.of(Math.max(1, wait.plusMillis(999).toSeconds())));
  }

  private Future<Answer> add(Tx tx, Request request, UUID id, By by, ForwardingNumber number) {
    String code = String.format(Locale.ROOT, "%06d", random.nextInt(CODES));
    NumberProof proof =
        new NumberProof(
            id,
            number.id(),
            number.number(),
            request.account(),
            by,
            Optional.of(sealer.seal(code, NumberProof.purpose(id))),
            request.now(),
            request.now().plus(CodeRules.VALID),
            0);
    return NumberProofs.add(tx, request.customer(), proof)
        .compose(
            added ->
                by == By.SMS
                    ? Outbox.append(
                        tx, request.customer(), MessageKind.NUMBER_PROOF, id, request.now())
                    : Future.succeededFuture())
        .map(told -> Answer.created(true, CodeView.of(proof, Optional.empty())));
  }

  private Future<Answer> latest(Request request) {
    return database.inTransaction(
        request.customer(),
        tx ->
            number(tx, id(request))
                .compose(number -> NumberProofs.newest(tx, number.id()))
                .map(proof -> proof.orElseThrow(() -> Problem.notFound().exception()))
                .compose(
                    proof ->
                        ProofCalls.outcome(tx, proof.id())
                            .map(call -> Answer.ok(CodeView.of(proof, call)))));
  }

  /** A wrong attempt is counted, so the transaction commits before the answer is a problem. */
  private Future<Answer> prove(Request request) {
    String typed = request.body().text("code");
    return database
        .inTransaction(
            request.customer(),
            tx ->
                NumberProofs.locked(tx)
                    .compose(locked -> number(tx, id(request)))
                    .compose(number -> judge(tx, request, number, typed)))
        .compose(
            judged ->
                judged.problem().isPresent()
                    ? Future.failedFuture(judged.problem().get().exception())
                    : Future.succeededFuture(Answer.ok(judged.number())));
  }

  private record Judged(NumberView number, Optional<Problem> problem) {}

  /** The number as the contract shows it. */
  private record NumberView(
      UUID id, String number, String label, Optional<java.time.Instant> provenAt) {
    static NumberView of(ForwardingNumber number, Optional<java.time.Instant> provenAt) {
      return new NumberView(number.id().value(), number.number().e164(), number.label(), provenAt);
    }
  }

  private Future<Judged> judge(Tx tx, Request request, ForwardingNumber number, String typed) {
    if (number.provenAt().isPresent()) {
      return Future.succeededFuture(
          new Judged(NumberView.of(number, number.provenAt()), Optional.empty()));
    }
    return NumberProofs.newest(tx, number.id())
        .compose(
            newest -> {
              Optional<NumberProof> proof = newest.filter(each -> each.code().isPresent());
              return proof.isEmpty()
                  ? refused(number, Problem.conflict("no-code-sent", "Ask for a code first."))
                  : judge(tx, request, number, proof.get(), typed);
            });
  }

  private Future<Judged> judge(
      Tx tx, Request request, ForwardingNumber number, NumberProof proof, String typed) {
    boolean matches =
        proof
            .code()
            .flatMap(hidden -> sealer.open(hidden, NumberProof.purpose(proof.id())))
            .map(code -> MessageDigest.isEqual(bytes(code), bytes(typed)))
            .orElse(false);
    return switch (CodeRules.attempt(proof, matches, request.now())) {
      case CodeRules.Attempt.Right right ->
          NumberProofs.proven(tx, proof, request.now())
              .map(
                  done ->
                      new Judged(
                          NumberView.of(number, Optional.of(request.now())), Optional.empty()));
      case CodeRules.Attempt.Wrong wrong ->
          NumberProofs.wrong(tx, proof)
              .compose(counted -> refused(number, wrong("wrong-code", Optional.of(wrong.left()))));
      case CodeRules.Attempt.Expired expired -> refused(number, wrong("expired", Optional.empty()));
      case CodeRules.Attempt.UsedUp usedUp -> refused(number, wrong("used-up", Optional.empty()));
    };
  }

  private static byte[] bytes(String code) {
    return code.getBytes(StandardCharsets.UTF_8);
  }

  private static Problem wrong(String rule, Optional<Integer> left) {
    return Problem.invalid(List.of(new Problem.Field("code", rule, left)));
  }

  private static Future<Judged> refused(ForwardingNumber number, Problem problem) {
    return Future.succeededFuture(
        new Judged(NumberView.of(number, number.provenAt()), Optional.of(problem)));
  }

  private static <T> Future<T> conflict(String type, String title) {
    return Future.failedFuture(Problem.conflict(type, title).exception());
  }
}
