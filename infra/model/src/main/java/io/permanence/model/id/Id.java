package io.permanence.model.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** An identity: one UUID under the name of what it identifies. */
public interface Id {
  /** The identity as the store keeps it. */
  UUID value();

  /** A new UUID of version 7: unique, and later ones sort after earlier ones. */
  static UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }
}
