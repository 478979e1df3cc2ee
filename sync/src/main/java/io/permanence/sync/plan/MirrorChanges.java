package io.permanence.sync.plan;

import io.permanence.model.mirror.MirroredContact;
import java.util.List;

/**
 * What to write.
 *
 * @param removed resource names
 */
public record MirrorChanges(
    List<MirroredContact> added, List<MirroredContact> changed, List<String> removed) {
  /** Nothing to write. */
  public static final MirrorChanges NONE = new MirrorChanges(List.of(), List.of(), List.of());

  /** Whether there is nothing to write. */
  public boolean isEmpty() {
    return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
  }
}
