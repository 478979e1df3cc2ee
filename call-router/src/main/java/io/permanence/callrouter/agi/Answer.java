package io.permanence.callrouter.agi;

import io.permanence.callrouter.journal.Reply;
import io.permanence.model.line.DialTarget;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one encoder of what goes to Asterisk over AGI: {@code nonce:verb:argument…:end}, at most
 * eight words and 512 characters of {@code [A-Za-z0-9_./-]}, never free text. Telephone numbers
 * travel as digits without {@code +}. Asterisk takes a line that broke off as if it were whole, so
 * the last word tells that nothing is missing.
 *
 * <table>
 *   <caption>Answers</caption>
 *   <tr><td>{@code desk}</td><td>music until a secretary comes</td></tr>
 *   <tr><td>{@code dial:STEP:NUMBERS:SECONDS:SHOWN}</td><td>ring one to four, joined by {@code -}</td></tr>
 *   <tr><td>{@code announce:SOUND}</td><td>play and hang up</td></tr>
 *   <tr><td>{@code voicemail:SOUND}</td><td>play and record</td></tr>
 *   <tr><td>{@code reject:loop}</td><td>do not answer</td></tr>
 *   <tr><td>{@code say:SOUND[:SOUND]}</td><td>play, then go on waiting</td></tr>
 *   <tr><td>{@code menu:SOUND}</td><td>play, then ask {@code key} with what was pressed, if
 *       anything</td></tr>
 *   <tr><td>{@code wait}</td><td>go on waiting</td></tr>
 * </table>
 */
public final class Answer {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_./-]{1,200}");
  private static final int MOST_WORDS = 7;
  private static final int LONGEST = 512;
  private static final String END = ":end";

  private Answer() {}

  /**
   * The answer to the question that carried the nonce.
   *
   * @throws IllegalArgumentException when a word has characters or a length that must not travel
   */
  public static String encode(UUID nonce, Reply reply) {
    String answer = String.join(":", checked(words(nonce.toString(), reply))) + END;
    if (answer.length() > LONGEST) {
      throw new IllegalArgumentException("the answer is too long");
    }
    return answer;
  }

  private static List<String> words(String nonce, Reply reply) {
    return switch (reply) {
      case Reply.ToDesk desk -> List.of(nonce, "desk");
      case Reply.Dial dial ->
          List.of(
              nonce,
              "dial",
              Integer.toString(dial.step()),
              dial.targets().stream().map(DialTarget::digits).collect(Collectors.joining("-")),
              Integer.toString(dial.ringSeconds()),
              dial.shown().digits());
      case Reply.Announce announce -> List.of(nonce, "announce", announce.sound());
      case Reply.Voicemail voicemail -> List.of(nonce, "voicemail", voicemail.sound());
      case Reply.RejectLoop loop -> List.of(nonce, "reject", "loop");
      case Reply.Say say ->
          Stream.concat(Stream.of(nonce, "say"), say.sounds().stream().limit(2)).toList();
      case Reply.Menu menu -> List.of(nonce, "menu", menu.sound());
      case Reply.Wait wait -> List.of(nonce, "wait");
    };
  }

  private static List<String> checked(List<String> words) {
    if (words.size() > MOST_WORDS) {
      throw new IllegalArgumentException("the answer has too many words");
    }
    for (String each : words) {
      if (!WORD.matcher(each).matches()) {
        throw new IllegalArgumentException("a word of the answer must not travel");
      }
    }
    return words;
  }
}
