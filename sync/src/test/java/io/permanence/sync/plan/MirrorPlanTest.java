package io.permanence.sync.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.NumberPlan;
import io.permanence.model.PhoneNumber;
import io.permanence.model.mirror.MirroredContact;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MirrorPlanTest {
  private static final NumberPlan NUMBERS = NumberPlan.demo();
  private static final MirroredContact JEANNE =
      new MirroredContact(
          "people/c1", "e1", "Jeanne Petit", "Petit SA", Set.of(new PhoneNumber("+33639980101")));

  @Test
  void aNewContactIsAdded() {
    assertThat(plan(Map.of(), jeanne("e1", "06 39 98 01 01")))
        .isEqualTo(new MirrorChanges(List.of(JEANNE), List.of(), List.of()));
  }

  @Test
  void theSameContactIsNotWrittenAgain() {
    assertThat(plan(Map.of("people/c1", JEANNE), jeanne("e1", "+33639980101")).isEmpty()).isTrue();
  }

  @Test
  void aNewVersionIsAChange() {
    assertThat(plan(Map.of("people/c1", JEANNE), jeanne("e2", "+33639980101")).changed())
        .extracting(MirroredContact::etag)
        .containsExactly("e2");
  }

  @Test
  void aDeletedContactIsRemovedIfWeHaveIt() {
    assertThat(plan(Map.of("people/c1", JEANNE), RemoteContact.gone("people/c1")).removed())
        .containsExactly("people/c1");
    assertThat(plan(Map.of(), RemoteContact.gone("people/c1")).isEmpty()).isTrue();
  }

  @Test
  void aContactWhoseLastNumberWentIsRemoved() {
    assertThat(plan(Map.of("people/c1", JEANNE), jeanne("e2", "extension 12")).removed())
        .containsExactly("people/c1");
  }

  @Test
  void aContactTwiceCountsAsItCameLast() {
    assertThat(plan(Map.of(), jeanne("e1", "+33639980101"), jeanne("e2", "+33639980102")).added())
        .extracting(MirroredContact::etag)
        .containsExactly("e2");
    assertThat(
            plan(Map.of(), jeanne("e1", "+33639980101"), RemoteContact.gone("people/c1")).isEmpty())
        .isTrue();
  }

  @Test
  void hostileTextIsCleanedAndCut() {
    RemoteContact hostile =
        new RemoteContact(
            "people/c1",
            "e".repeat(500),
            false,
            "  Jean\u0000ne\r\nBcc: x\u202e\u2028 " + "é".repeat(500),
            "\u0007",
            List.of("+33639980101", "06 39 98 01 01", "<script>"));
    assertThat(plan(Map.of(), hostile).added())
        .singleElement()
        .satisfies(
            contact -> {
              assertThat(contact.displayName()).startsWith("Jean ne Bcc: x é").hasSize(200);
              assertThat(contact.company()).isEmpty();
              assertThat(contact.etag()).hasSize(200);
              assertThat(contact.numbers()).containsExactly(new PhoneNumber("+33639980101"));
            });
  }

  @Test
  void aContactWithoutANameIsCalledByItsCompanyOrItsNumber() {
    RemoteContact company =
        new RemoteContact("people/c1", "e", false, " ", "Garage", List.of("+33639980101"));
    RemoteContact nobody =
        new RemoteContact("people/c2", "e", false, "", "", List.of("+33639980102"));
    assertThat(plan(Map.of(), company, nobody).added())
        .extracting(MirroredContact::displayName)
        .containsExactly("Garage", "+33639980102");
  }

  @Test
  void aNameThatGoogleWouldNotGiveIsPassedOver() {
    for (String name :
        List.of("people/", "people/c1'--", "contacts/c1", "people/" + "x".repeat(200))) {
      assertThat(
              plan(Map.of(), new RemoteContact(name, "e", false, "X", "", List.of("+33639980101")))
                  .isEmpty())
          .isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "true,  false, true",
    "false, true,  true",
    "false, false, false",
  })
  void anEmptyAnswerIsBelievedWithATokenOrTheSecondTime(
      boolean token, boolean emptyBefore, boolean believed) {
    MirrorPlan.Sweep sweep = MirrorPlan.sweep(List.of("people/c1"), Set.of(), token, emptyBefore);
    assertThat(sweep)
        .isEqualTo(
            believed
                ? new MirrorPlan.Sweep.Remove(List.of("people/c1"))
                : new MirrorPlan.Sweep.Doubted());
  }

  @Test
  void aFullAnswerRemovesWhatItDoesNotName() {
    assertThat(
            MirrorPlan.sweep(List.of("people/c1", "people/c2"), Set.of("people/c2"), false, false))
        .isEqualTo(new MirrorPlan.Sweep.Remove(List.of("people/c1")));
    assertThat(MirrorPlan.sweep(List.of(), Set.of(), false, false))
        .isEqualTo(new MirrorPlan.Sweep.Remove(List.of()));
  }

  private static RemoteContact jeanne(String etag, String number) {
    return new RemoteContact("people/c1", etag, false, "Jeanne Petit", "Petit SA", List.of(number));
  }

  private static MirrorChanges plan(
      Map<String, MirroredContact> mirror, RemoteContact... contacts) {
    return MirrorPlan.page(mirror, List.of(contacts), NUMBERS);
  }
}
