package io.permanence.app.demo;

import java.util.List;

/**
 * Who speaks and knows what in the demo, and which line asks for it.
 *
 * <table>
 *   <caption>Secretaries and lines</caption>
 *   <tr><td>camille</td><td>French, English</td><td>medical</td></tr>
 *   <tr><td>ines</td><td>French</td><td>medical</td></tr>
 *   <tr><td>hugo</td><td>French, English</td><td>legal</td></tr>
 *   <tr><td>salome</td><td>French, Spanish</td><td></td></tr>
 *   <tr><td>+33199001001</td><td>French</td><td>medical preferred</td></tr>
 *   <tr><td>+33199001002</td><td>French</td><td>legal preferred</td></tr>
 *   <tr><td>+33199001012</td><td>French and English</td><td></td></tr>
 * </table>
 */
final class DemoSkills {
  /** The doctor's customer praised so many notes of the first secretary. */
  static final int PRAISED = 6;

  private DemoSkills() {}

  /** Languages and skills, of a secretary or asked for by a line. */
  record Wish(List<String> languages, List<String> skills) {}

  static Wish ofSecretary(String user) {
    return switch (user) {
      case "camille" -> new Wish(List.of("fr", "en"), List.of("medical"));
      case "ines" -> new Wish(List.of("fr"), List.of("medical"));
      case "hugo" -> new Wish(List.of("fr", "en"), List.of("legal"));
      case "salome" -> new Wish(List.of("fr", "es"), List.of());
      default -> new Wish(List.of("fr"), List.of());
    };
  }

  static Wish ofLine(String number) {
    return switch (number) {
      case "+33199001001" -> new Wish(List.of("fr"), List.of("medical"));
      case "+33199001002" -> new Wish(List.of("fr"), List.of("legal"));
      case "+33199001012" -> new Wish(List.of("fr", "en"), List.of());
      default -> new Wish(List.of("fr"), List.of());
    };
  }
}
