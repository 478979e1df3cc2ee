package io.permanence.testing.asterisk;

/**
 * One entry of {@code telephones.conf}.
 *
 * @param name of {@code [A-Za-z0-9_-]}; called as {@code PJSIP/name}
 * @param password of {@code [A-Za-z0-9_-]}
 * @param kind what it is made of
 */
public record Telephone(String name, String password, Kind kind) {
  /** Templates of {@code pjsip.conf}. */
  public enum Kind {
    BROWSER("browser"),
    DESK_PHONE("desk-phone");

    private final String template;

    Kind(String template) {
      this.template = template;
    }
  }

  public static Telephone browser(String name, String password) {
    return new Telephone(name, password, Kind.BROWSER);
  }

  public static Telephone deskPhone(String name, String password) {
    return new Telephone(name, password, Kind.DESK_PHONE);
  }

  String sections() {
    return """
    [%1$s](%2$s)
    auth = %1$s
    aors = %1$s
    [%1$s](telephone-aor)
    [%1$s](telephone-auth)
    username = %1$s
    password = %3$s

    """
        .formatted(name, kind.template, password);
  }
}
