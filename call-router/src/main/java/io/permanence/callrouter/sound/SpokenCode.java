package io.permanence.callrouter.sound;

import io.permanence.callrouter.proof.CodeCalls.CodeSounds;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sounds of a spoken code, French and English: one sentence and ten digits, made at the start.
 * No code is ever rendered whole: it would lie about as a file.
 */
public final class SpokenCode implements CodeSounds {
  private static final List<String> FRENCH =
      List.of(
          "zéro.", "un.", "deux.", "trois.", "quatre.", "cinq.", "six.", "sept.", "huit.", "neuf.");
  private static final List<String> ENGLISH =
      List.of(
          "zero.", "one.", "two.", "three.", "four.", "five.", "six.", "seven.", "eight.", "nine.");

  private final Sounds sounds;

  /** Kept among those sounds. */
  public SpokenCode(Sounds sounds) {
    this.sounds = sounds;
  }

  /** Makes them all; fails when one cannot be made. */
  public Future<Void> start() {
    return Future.join(
            Stream.of("fr", "en")
                .flatMap(
                    voice ->
                        Stream.concat(Stream.of(sentence(voice)), digits(voice).stream())
                            .map(text -> sounds.prepare(text, voice)))
                .toList())
        .mapEmpty();
  }

  @Override
  public boolean ready() {
    return Stream.of(Locale.FRENCH, Locale.ENGLISH)
        .allMatch(
            language ->
                introduction(language).isPresent() && digits("0123456789", language).isPresent());
  }

  @Override
  public Optional<String> introduction(Locale language) {
    return sounds.made(sentence(voice(language)), voice(language));
  }

  @Override
  public Optional<List<String>> digits(String code, Locale language) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < code.length(); i++) {
      String digit = digits(voice(language)).get(code.charAt(i) - '0');
      Optional<String> sound = sounds.made(digit, voice(language));
      if (sound.isEmpty()) {
        return Optional.empty();
      }
      found.add(sound.get());
    }
    return Optional.of(found);
  }

  private static String voice(Locale language) {
    return language.getLanguage().equals("en") ? "en" : "fr";
  }

  private static List<String> digits(String voice) {
    return voice.equals("en") ? ENGLISH : FRENCH;
  }

  private static String sentence(String voice) {
    return voice.equals("en")
        ? "Hello. Here is the code that confirms this telephone number. If you did not ask for it,"
            + " hang up and tell nobody."
        : "Bonjour. Voici le code qui confirme ce numéro de téléphone. Si vous ne l'avez pas"
            + " demandé, raccrochez et ne le communiquez à personne.";
  }
}
