package io.permanence.sync.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.NumberPlan;
import io.permanence.model.mirror.MirroredContact;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever edits were made at Google, a full or an incremental run leads to the same mirror. */
class MirrorConvergenceTest {
  private static final NumberPlan NUMBERS = NumberPlan.demo();

  @Property(tries = 300)
  void aFullRunMakesTheMirrorEqualAndASecondOneChangesNothing(
      @ForAll("books") List<RemoteContact> before,
      @ForAll("books") List<RemoteContact> after,
      @ForAll("sizes") int pageSize) {
    Map<String, MirroredContact> mirror = full(Map.of(), before, pageSize);
    Map<String, MirroredContact> synced = full(mirror, after, pageSize);
    assertThat(synced).isEqualTo(full(Map.of(), after, 1_000));
    assertThat(MirrorPlan.page(synced, after, NUMBERS).isEmpty()).isTrue();
  }

  @Property(tries = 300)
  void anIncrementalRunLeadsWhereAFullOneWould(
      @ForAll("books") List<RemoteContact> before, @ForAll("books") List<RemoteContact> edits) {
    Map<String, RemoteContact> book = new LinkedHashMap<>();
    before.forEach(contact -> book.put(contact.resourceName(), contact));
    edits.forEach(contact -> book.put(contact.resourceName(), contact));
    Map<String, MirroredContact> incremental =
        apply(
            full(Map.of(), before, 7), MirrorPlan.page(full(Map.of(), before, 7), edits, NUMBERS));
    assertThat(incremental).isEqualTo(full(Map.of(), List.copyOf(book.values()), 7));
  }

  @Property(tries = 300)
  void whatIsMirroredFitsItsTable(@ForAll("books") List<RemoteContact> book) {
    for (MirroredContact contact : full(Map.of(), book, 10).values()) {
      assertThat(contact.displayName()).hasSizeBetween(1, 200).doesNotContainPattern("\\p{Cntrl}");
      assertThat(contact.company()).hasSizeLessThanOrEqualTo(200);
      assertThat(contact.etag()).hasSizeLessThanOrEqualTo(200);
      assertThat(contact.numbers()).isNotEmpty();
    }
  }

  private static Map<String, MirroredContact> full(
      Map<String, MirroredContact> mirror, List<RemoteContact> book, int pageSize) {
    Map<String, MirroredContact> synced = new LinkedHashMap<>(mirror);
    Set<String> named = new HashSet<>();
    for (int from = 0; from < book.size(); from += pageSize) {
      List<RemoteContact> page = book.subList(from, Math.min(book.size(), from + pageSize));
      page.stream()
          .filter(contact -> !contact.deleted())
          .map(RemoteContact::resourceName)
          .forEach(named::add);
      synced = apply(synced, MirrorPlan.page(synced, page, NUMBERS));
    }
    MirrorPlan.Sweep sweep = MirrorPlan.sweep(List.copyOf(synced.keySet()), named, true, false);
    if (sweep instanceof MirrorPlan.Sweep.Remove remove) {
      remove.resourceNames().forEach(synced::remove);
    }
    return synced;
  }

  private static Map<String, MirroredContact> apply(
      Map<String, MirroredContact> mirror, MirrorChanges changes) {
    Map<String, MirroredContact> changed = new LinkedHashMap<>(mirror);
    changes.added().forEach(contact -> changed.put(contact.resourceName(), contact));
    changes.changed().forEach(contact -> changed.put(contact.resourceName(), contact));
    changes.removed().forEach(changed::remove);
    return changed;
  }

  @Provide
  Arbitrary<Integer> sizes() {
    return Arbitraries.integers().between(1, 9);
  }

  @Provide
  Arbitrary<List<RemoteContact>> books() {
    Arbitrary<String> ids = Arbitraries.integers().between(0, 20).map(id -> "people/c" + id);
    Arbitrary<String> texts = Arbitraries.strings().all().ofMaxLength(250);
    Arbitrary<List<String>> phones =
        Arbitraries.oneOf(
                Arbitraries.integers().between(0, 9_999).map("+3363998%04d"::formatted),
                Arbitraries.strings().all().ofMaxLength(12))
            .list()
            .ofMaxSize(3);
    return Combinators.combine(ids, texts, Arbitraries.of(true, false, false), texts, texts, phones)
        .as(RemoteContact::new)
        .list()
        .ofMaxSize(25)
        .map(MirrorConvergenceTest::once);
  }

  /** A book names each contact once. */
  private static List<RemoteContact> once(List<RemoteContact> contacts) {
    return List.copyOf(
        contacts.stream()
            .collect(
                Collectors.toMap(
                    RemoteContact::resourceName,
                    contact -> contact,
                    (one, other) -> other,
                    LinkedHashMap::new))
            .values());
  }
}
