package io.permanence.runtime.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SealerTest {
  private final Sealer sealer = new Sealer(new byte[32]);

  @Test
  void whatIsSealedOpensForItsPurposeOnly() {
    byte[] sealed = sealer.seal("a refresh token", "google/1");
    assertThat(sealer.open(sealed, "google/1")).contains("a refresh token");
    assertThat(sealer.open(sealed, "google/2")).isEmpty();
  }

  @Test
  void oneChangedBitIsNoticed() {
    byte[] sealed = sealer.seal("x", "p");
    for (int i = 0; i < sealed.length; i++) {
      byte[] altered = sealed.clone();
      altered[i] ^= 1;
      assertThat(sealer.open(altered, "p")).isEmpty();
    }
    assertThat(sealer.open(new byte[3], "p")).isEmpty();
  }
}
