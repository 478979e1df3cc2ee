package io.permanence.callrouter.desk;

import static io.permanence.callrouter.desk.DeskFixture.CAMILLE;
import static io.permanence.callrouter.desk.DeskFixture.HEALTH;
import static io.permanence.callrouter.desk.DeskFixture.LAW;
import static io.permanence.callrouter.desk.DeskFixture.LEA;
import static io.permanence.callrouter.desk.DeskFixture.NOON;
import static io.permanence.callrouter.desk.DeskFixture.call;
import static io.permanence.callrouter.desk.DeskFixture.ready;
import static io.permanence.callrouter.desk.DeskFixture.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.desk.Affinity.Liking;
import io.permanence.callrouter.desk.OfferReason.WhyCall;
import io.permanence.callrouter.desk.OfferReason.WhySecretary;
import io.permanence.model.id.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The desk, by what lines and customers wish,")
class DeskWishesTest {
  private static final Needs ENGLISH = new Needs(Set.of("en"), Set.of(), Set.of());
  private static final Needs MEDICAL = new Needs(Set.of("fr"), Set.of("medical"), Set.of());
  private static final Needs BETTER_MEDICAL = new Needs(Set.of("fr"), Set.of(), Set.of("medical"));
  private static final Duration SECONDS = Duration.ofSeconds(5);
  private static final Affinity LIKED = new Affinity(6, 0);
  private static final Affinity DISLIKED = new Affinity(0, 6);

  private static SecretaryState lea(int idle, String languages, String... skills) {
    return ready(LEA, HEALTH, idle, Set.of(languages.split(" ")), Set.of(skills));
  }

  private static SecretaryState camille(int idle, String languages, String... skills) {
    return ready(CAMILLE, HEALTH, idle, Set.of(languages.split(" ")), Set.of(skills));
  }

  private static WaitingCall wishing(int seconds, Needs needs) {
    return waiting(1, seconds).wishing(needs, Map.of());
  }

  private static WaitingCall feeling(int seconds, Map<AccountId, Affinity> affinities) {
    return waiting(1, seconds).wishing(Needs.NONE, affinities);
  }

  static Stream<Arguments> cases() {
    return Stream.of(
        scene(
            "asks who speaks the language although another is idle longer",
            wishing(1, ENGLISH),
            List.of(lea(90, "fr"), camille(5, "fr en")),
            CAMILLE),
        scene(
            "asks nobody rather than somebody who does not speak it",
            wishing(29, ENGLISH),
            List.of(lea(90, "fr"))),
        scene(
            "keeps asking for the language when skills are given up",
            wishing(89, ENGLISH),
            List.of(lea(90, "fr"))),
        scene(
            "gives up the language last of all", wishing(90, ENGLISH), List.of(lea(90, "fr")), LEA),
        scene("waits for the skill", wishing(29, MEDICAL), List.of(lea(90, "fr"))),
        scene(
            "gives up the skill after a while", wishing(30, MEDICAL), List.of(lea(90, "fr")), LEA),
        scene(
            "waits a little for the preferred skill",
            wishing(9, BETTER_MEDICAL),
            List.of(lea(90, "fr"))),
        scene(
            "gives up the preferred skill first",
            wishing(10, BETTER_MEDICAL),
            List.of(lea(90, "fr")),
            LEA),
        scene(
            "still prefers the skill when both are free",
            wishing(10, BETTER_MEDICAL),
            List.of(lea(90, "fr"), camille(5, "fr", "medical")),
            CAMILLE),
        scene(
            "asks the preferred one when she is near enough in the turn",
            feeling(1, Map.of(CAMILLE, LIKED)),
            List.of(lea(90, "fr"), camille(5, "fr")),
            CAMILLE),
        scene(
            "does not let feedback reach further than its bound",
            feeling(1, Map.of(CAMILLE, LIKED)),
            List.of(lea(300, "fr"), camille(5, "fr")),
            LEA),
        scene(
            "does not ask the avoided one at first while another could come",
            feeling(9, Map.of(LEA, DISLIKED)),
            List.of(lea(239, "fr"), talking(CAMILLE))),
        scene(
            "asks the avoided one at once when she has been idle for long",
            feeling(0, Map.of(LEA, DISLIKED)),
            List.of(lea(240, "fr"), talking(CAMILLE)),
            LEA),
        scene(
            "asks the avoided one before the caller has waited long",
            feeling(10, Map.of(LEA, DISLIKED)),
            List.of(lea(30, "fr"), talking(CAMILLE)),
            LEA),
        scene(
            "asks the avoided one at once when there is nobody else",
            feeling(0, Map.of(LEA, DISLIKED)),
            List.of(lea(5, "fr"), SecretaryState.absent(CAMILLE, HEALTH, NOON)),
            LEA),
        scene(
            "forgets feedback after a long wait",
            feeling(45, Map.of(CAMILLE, LIKED)),
            List.of(lea(90, "fr"), camille(5, "fr")),
            LEA),
        scene(
            "prefers the home team to the overflow team",
            waiting(1, 25),
            List.of(ready(LEA, LAW, 900), ready(CAMILLE, HEALTH, 5)),
            CAMILLE),
        scene(
            "takes who also works for the home team as its own",
            waiting(1, 1),
            List.of(
                ready(LEA, LAW, 900).knownAs(new Profile(LAW, Set.of(HEALTH), Set.of(), Set.of())),
                ready(CAMILLE, HEALTH, 5)),
            LEA));
  }

  private static SecretaryState talking(AccountId who) {
    return ready(who, HEALTH, 5).on(new SecretarySignal.CallTaken(call(7)), DeskRules.USUAL, NOON);
  }

  private static Arguments scene(
      String name, WaitingCall waiting, List<SecretaryState> secretaries, AccountId... asked) {
    return Arguments.of(name, waiting, secretaries, Stream.of(asked).findFirst());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void asks(
      String name,
      WaitingCall waiting,
      List<SecretaryState> secretaries,
      Optional<AccountId> asked) {
    assertThat(offers(List.of(waiting), secretaries).stream().map(DeskMove.Offer::secretary))
        .as(name)
        .containsExactlyElementsOf(asked.stream().toList());
  }

  @Test
  void givesUpSoonWhenNobodyOnDutyCouldEverBeAsked() {
    DeskRules strict = DeskFixture.with(new Widening(SECONDS, SECONDS, Optional.empty()));
    assertThat(
            DeskPolicy.match(List.of(wishing(20, ENGLISH)), List.of(lea(90, "fr")), strict, NOON))
        .containsExactly(new DeskMove.GiveUp(call(1)));
  }

  static Stream<Arguments> reasons() {
    return Stream.of(
        Arguments.of(
            "the only caller, the only one ready",
            List.of(waiting(1, 3)),
            List.of(lea(5, "fr")),
            WhyCall.ALONE,
            WhySecretary.ONLY_ONE),
        Arguments.of(
            "first come, longest idle",
            List.of(waiting(1, 3), waiting(2, 2)),
            List.of(lea(90, "fr"), camille(5, "fr")),
            WhyCall.FIRST_COME,
            WhySecretary.LONGEST_IDLE),
        Arguments.of(
            "a VIP before one who came earlier",
            List.of(waiting(1, 3, true, Map.of()), waiting(2, 9)),
            List.of(lea(90, "fr")),
            WhyCall.VIP,
            WhySecretary.ONLY_ONE),
        Arguments.of(
            "a VIP who came first anyway",
            List.of(waiting(1, 9, true, Map.of()), waiting(2, 3)),
            List.of(lea(90, "fr")),
            WhyCall.FIRST_COME,
            WhySecretary.ONLY_ONE),
        Arguments.of(
            "a caller who lost the secretary",
            List.of(
                new WaitingCall(call(1), List.of(HEALTH), NOON, false, true, Map.of()),
                waiting(2, 9)),
            List.of(lea(90, "fr")),
            WhyCall.RETURNING,
            WhySecretary.ONLY_ONE),
        Arguments.of(
            "the other one talks",
            List.of(waiting(1, 3)),
            List.of(lea(5, "fr"), talking(CAMILLE)),
            WhyCall.ALONE,
            WhySecretary.ONLY_ONE),
        Arguments.of(
            "the first needs English",
            List.of(waiting(2, 20).wishing(ENGLISH, Map.of()), waiting(1, 3)),
            List.of(lea(90, "fr")),
            WhyCall.OTHERS_NEED_SOMEBODY_ELSE,
            WhySecretary.ONLY_ONE),
        Arguments.of(
            "preferred by the customer",
            List.of(feeling(1, Map.of(CAMILLE, LIKED))),
            List.of(lea(90, "fr"), camille(5, "fr")),
            WhyCall.ALONE,
            WhySecretary.PREFERRED),
        Arguments.of(
            "instead of one the customer avoids",
            List.of(feeling(1, Map.of(LEA, DISLIKED))),
            List.of(lea(90, "fr"), camille(5, "fr")),
            WhyCall.ALONE,
            WhySecretary.INSTEAD_OF_AVOIDED),
        Arguments.of(
            "fits best",
            List.of(wishing(12, BETTER_MEDICAL)),
            List.of(lea(90, "fr"), camille(5, "fr", "medical")),
            WhyCall.ALONE,
            WhySecretary.FITS_BEST));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("reasons")
  void tellsWhy(
      String name,
      List<WaitingCall> calls,
      List<SecretaryState> secretaries,
      WhyCall whyCall,
      WhySecretary whySecretary) {
    OfferReason why = offers(calls, secretaries).getFirst().why();
    assertThat(why.call()).as(name).isEqualTo(whyCall);
    assertThat(why.secretary()).as(name).isEqualTo(whySecretary);
  }

  @Test
  void theSecondOfTwoHasNobodyElseToTakeTheOtherCaller() {
    assertThat(
            offers(List.of(waiting(1, 3), waiting(2, 2)), List.of(lea(90, "fr"), camille(5, "fr"))))
        .extracting(offer -> offer.why().secretary())
        .containsExactly(WhySecretary.LONGEST_IDLE, WhySecretary.ONLY_ONE);
  }

  @Test
  void namesWhatIsMissingWhenTheWaitHasWidenedTheSearch() {
    Needs many = new Needs(Set.of("en", "fr"), Set.of("legal", "tax"), Set.of("notary"));
    OfferReason why =
        offers(List.of(wishing(90, many)), List.of(lea(90, "fr", "tax"))).getFirst().why();
    assertThat(why.missing()).containsExactly("en", "legal", "notary");
    assertThat(why.details())
        .containsOnly(
            Map.entry("why-call", "alone"),
            Map.entry("why-secretary", "only-one"),
            Map.entry("missing", "en legal notary"));
  }

  @Test
  void tellsTheWaitTheIdlenessTheLikingTheTeamAndThePass() {
    OfferReason usual = offers(List.of(waiting(1, 25)), List.of(lea(90, "fr"))).getFirst().why();
    assertThat(usual.waited()).hasSeconds(25);
    assertThat(usual.idle()).hasSeconds(90);
    assertThat(usual.overflow()).isFalse();
    assertThat(usual.again()).isFalse();
    assertThat(usual.details())
        .containsOnly(Map.entry("why-call", "alone"), Map.entry("why-secretary", "only-one"));
    OfferReason rare =
        offers(
                List.of(
                    waiting(1, 25, false, Map.of(LEA, NOON.minusSeconds(20)))
                        .wishing(Needs.NONE, Map.of(LEA, DISLIKED))),
                List.of(ready(LEA, LAW, 5)))
            .getFirst()
            .why();
    assertThat(rare.overflow()).isTrue();
    assertThat(rare.again()).isTrue();
    assertThat(rare.details()).containsEntry("liking", "avoided");
  }

  @ParameterizedTest(name = "{0} good, {1} bad: {2}")
  @CsvSource({
    "0, 0, NEUTRAL", "1, 0, PREFERRED", "0, 1, AVOIDED", "4, 3, NEUTRAL",
    "12, 6, PREFERRED", "11, 6, NEUTRAL", "6, 12, AVOIDED", "6, 11, NEUTRAL",
  })
  void feedbackCountsOnceItIsClear(int good, int bad, Liking liking) {
    assertThat(new Affinity(good, bad).liking()).isEqualTo(liking);
  }

  @Test
  void oneWordOfFeedbackIsLessThanMany() {
    assertThat(new Affinity(1, 0).score()).isLessThan(new Affinity(9, 0).score());
  }

  private static List<DeskMove.Offer> offers(
      List<WaitingCall> calls, List<SecretaryState> secretaries) {
    return DeskPolicy.match(calls, secretaries, DeskRules.USUAL, NOON).stream()
        .filter(DeskMove.Offer.class::isInstance)
        .map(DeskMove.Offer.class::cast)
        .toList();
  }
}
