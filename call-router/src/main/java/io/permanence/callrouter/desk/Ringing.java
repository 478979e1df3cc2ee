package io.permanence.callrouter.desk;

import io.permanence.callrouter.desk.Attempt.Outcome;
import io.permanence.model.id.ForwardingNumberId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The numbers of a rung while they ring at once, and how those that ring no more ended (A4). The
 * first to answer is the only one left. When all have ended the rung has one outcome, the best news
 * of the customer among them:
 *
 * <table>
 *   <caption>The outcome of several numbers</caption>
 *   <tr><th>among them</th><th>the rung</th></tr>
 *   <tr><td>a number that rang and nobody came, or that came back to us (A15)</td><td>no answer</td></tr>
 *   <tr><td>otherwise a busy one</td><td>busy</td></tr>
 *   <tr><td>otherwise one that refused</td><td>refused</td></tr>
 *   <tr><td>nothing better</td><td>failed, as if unreachable</td></tr>
 * </table>
 *
 * @param place of the rung in the ladder, from 0, or {@link Rung#NOWHERE}
 * @param numbers those that ring, or the one that answered; empty when all have ended
 * @param ended how the others went, in their order
 */
public record Ringing(int place, List<ForwardingNumberId> numbers, List<End> ended) {
  private static final List<Outcome> BEST_FIRST =
      List.of(Outcome.NO_ANSWER, Outcome.BUSY, Outcome.REFUSED, Outcome.FAILED);

  /** A number that was not reached. */
  public record End(ForwardingNumberId number, Outcome outcome) {}

  public Ringing {
    numbers = List.copyOf(numbers);
    ended = List.copyOf(ended);
  }

  static Ringing of(Rung rung) {
    return new Ringing(rung.place(), rung.numbers(), List.of());
  }

  /** These ring, of whichever rung. */
  public static Ringing of(List<ForwardingNumberId> numbers) {
    return new Ringing(Rung.NOWHERE, numbers, List.of());
  }

  static Ringing of(ForwardingNumberId number) {
    return of(List.of(number));
  }

  /** The number that answered, or the first of those that ring. */
  public ForwardingNumberId first() {
    return numbers.getFirst();
  }

  boolean rings(ForwardingNumberId number) {
    return numbers.contains(number);
  }

  boolean isOver() {
    return numbers.isEmpty();
  }

  /** One number rings no more. */
  public Ringing without(ForwardingNumberId number, Outcome outcome) {
    List<End> more = new ArrayList<>(ended);
    more.add(new End(number, outcome));
    return new Ringing(place, numbers.stream().filter(each -> !each.equals(number)).toList(), more);
  }

  /** How the rung went so far, should nobody answer any more. */
  public Outcome outcome() {
    return BEST_FIRST.stream()
        .filter(each -> ended.stream().anyMatch(end -> end.outcome() == each))
        .findFirst()
        .orElse(Outcome.NO_ANSWER);
  }

  /** Every number of the rung, for the journal. */
  String ids() {
    return Stream.concat(ended.stream().map(End::number), numbers.stream())
        .map(ForwardingNumberId::toString)
        .collect(Collectors.joining(","));
  }
}
