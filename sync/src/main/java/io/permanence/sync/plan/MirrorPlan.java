package io.permanence.sync.plan;

import io.permanence.model.NumberPlan;
import io.permanence.model.mirror.MirroredContact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a page of Google's contacts, and the end of a full synchronisation, change in the mirror
 * (E2).
 *
 * <ul>
 *   <li>A contact twice in one answer counts as it came last.
 *   <li>One that is the same as in the mirror is not written again.
 *   <li>One that is deleted, or has no usable number left, is removed.
 *   <li>One whose name has not the shape Google promises is passed over.
 *   <li>What a full synchronisation did not name is removed at its end, never before, and only if
 *       {@link #sweep} believes the answer.
 * </ul>
 */
public final class MirrorPlan {
  private MirrorPlan() {}

  /**
   * What one page changes.
   *
   * @param mirror at least the mirrored contacts the page names, by resource name
   */
  public static MirrorChanges page(
      Map<String, MirroredContact> mirror, List<RemoteContact> contacts, NumberPlan numbers) {
    Map<String, RemoteContact> latest = new LinkedHashMap<>();
    contacts.stream()
        .filter(Cleaning::named)
        .forEach(contact -> latest.put(contact.resourceName(), contact));
    List<MirroredContact> added = new ArrayList<>();
    List<MirroredContact> changed = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    for (RemoteContact contact : latest.values()) {
      Optional<MirroredContact> ours = Optional.ofNullable(mirror.get(contact.resourceName()));
      Optional<MirroredContact> theirs = Cleaning.clean(contact, numbers);
      if (theirs.isEmpty()) {
        ours.map(MirroredContact::resourceName).ifPresent(removed::add);
      } else if (ours.isEmpty()) {
        added.add(theirs.get());
      } else if (!ours.equals(theirs)) {
        changed.add(theirs.get());
      }
    }
    return new MirrorChanges(added, changed, removed);
  }

  /**
   * What the end of a complete full synchronisation removes. An answer that names nobody while the
   * mirror names somebody is believed only when it carries a sync token, Google's word for
   * complete, or when the synchronisation before said the same.
   *
   * @param mirrored every resource name in the mirror
   * @param named every resource name of the answer
   * @param token whether the last page carried a sync token
   * @param emptyBefore whether the synchronisation before ended in {@link Sweep.Doubted}
   */
  public static Sweep sweep(
      Collection<String> mirrored, Set<String> named, boolean token, boolean emptyBefore) {
    if (named.isEmpty() && !mirrored.isEmpty() && !token && !emptyBefore) {
      return new Sweep.Doubted();
    }
    return new Sweep.Remove(mirrored.stream().filter(name -> !named.contains(name)).toList());
  }

  /** What becomes of the contacts that a full synchronisation did not name. */
  public sealed interface Sweep {
    /** They are removed. */
    record Remove(List<String> resourceNames) implements Sweep {}

    /** The answer is too empty to be believed yet; nothing is removed. */
    record Doubted() implements Sweep {}
  }
}
