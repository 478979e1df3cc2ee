package io.permanence.testing.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words for refusals that a contract lists under {@code ProblemType}. The screens have a
 * sentence for each of them; a server that says another word leaves a person without one (D11).
 */
public final class ProblemTypes {
  private static final String LIST = "x-extensible-enum:";
  private static final String ITEM = "- ";

  private final Set<String> listed;

  private ProblemTypes(Set<String> listed) {
    this.listed = listed;
  }

  /** Those of the contract at a place on the class path. */
  public static ProblemTypes of(String contract) {
    List<String> lines = text(contract).lines().map(String::strip).toList();
    Set<String> listed =
        lines.stream()
            .skip(lines.indexOf(LIST) + 1L)
            .takeWhile(line -> line.startsWith(ITEM))
            .map(line -> line.substring(ITEM.length()))
            .collect(Collectors.toUnmodifiableSet());
    return new ProblemTypes(listed);
  }

  private static String text(String contract) {
    try (InputStream file =
        Objects.requireNonNull(
            ProblemTypes.class.getClassLoader().getResourceAsStream(contract), contract)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Fails when an answer is a refusal whose word is not listed.
   *
   * @param status HTTP status of the answer
   * @param type the word of its body; anything when the answer is no refusal
   */
  public void check(int status, String type) {
    if (status >= 400 && !listed.contains(type)) {
      throw new AssertionError(status + " \"" + type + "\" is not in the contract's ProblemType");
    }
  }
}
