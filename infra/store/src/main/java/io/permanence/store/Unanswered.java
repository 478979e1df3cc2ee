package io.permanence.store;

import java.io.IOException;

/** PostgreSQL has every connection and says nothing: it hangs (R5). Nothing was done. */
public final class Unanswered extends IOException {
  private static final long serialVersionUID = 1;

  Unanswered() {
    super("PostgreSQL does not answer");
  }
}
