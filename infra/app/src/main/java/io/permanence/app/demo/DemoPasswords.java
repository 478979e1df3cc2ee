package io.permanence.app.demo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The demo's passwords: made from the installation's own key, so that none stands in the code and
 * none has to be kept.
 */
final class DemoPasswords {
  private static final int WORDS_EACH = 4;
  private static final List<String> WORDS =
      List.of(
          "girafe",
          "tilleul",
          "nuage",
          "violon",
          "cerise",
          "marmite",
          "hibou",
          "falaise",
          "bougie",
          "panier",
          "rivage",
          "sable",
          "tulipe",
          "vallon",
          "noisette",
          "luciole",
          "orage",
          "pinceau",
          "quenelle",
          "ruche",
          "sirop",
          "toupie",
          "velours",
          "wagon",
          "zinc",
          "abeille",
          "brouette",
          "canard",
          "dragon",
          "escargot",
          "fougere",
          "grenier",
          "horloge",
          "igloo",
          "jonquille",
          "kiosque",
          "lavande",
          "moulin",
          "nougat",
          "olivier",
          "papillon",
          "quartz",
          "renard",
          "sapin",
          "terrasse",
          "usine",
          "vitrail",
          "yaourt",
          "amande",
          "balcon",
          "citron",
          "domino",
          "ecureuil",
          "fusee",
          "gondole",
          "hamac",
          "ivoire",
          "jardin",
          "lanterne",
          "mirage",
          "ombrelle",
          "praline",
          "radeau",
          "saphir");

  private final byte[] key;

  /** Takes the installation's key. */
  DemoPasswords(byte[] key) {
    this.key = key.clone();
  }

  /** Somebody's password: four words and two digits. */
  String password(String user) {
    byte[] made = made("password/" + user);
    String words =
        IntStream.range(0, WORDS_EACH)
            .mapToObj(i -> WORDS.get((made[i] & 0xff) % WORDS.size()))
            .collect(Collectors.joining("-"));
    return words + "-" + (10 + (made[WORDS_EACH] & 0xff) % 90);
  }

  /** Somebody's secret of one-time codes, in base 32. */
  String totpSecret(String user) {
    byte[] made = made("totp/" + user);
    StringBuilder text = new StringBuilder();
    for (byte each : made) {
      text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(each & 31));
    }
    return text.toString();
  }

  /** The password of a desk telephone. */
  String telephone(String user) {
    return HexFormat.of().formatHex(made("telephone/" + user)).substring(0, 24);
  }

  private byte[] made(String what) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(("demo/" + what).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
