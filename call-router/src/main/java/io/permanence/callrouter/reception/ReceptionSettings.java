package io.permanence.callrouter.reception;

import io.permanence.callrouter.routing.ShownNumber;
import io.permanence.callrouter.sound.SpeechCommand;
import io.permanence.runtime.settings.Settings;
import java.nio.file.Path;
import java.util.Set;

/**
 * What the reception needs to know.
 *
 * @param agiPort where Asterisk asks; 0 takes a free port
 * @param agiThreads questions answered at once; more are refused and fall back
 * @param sounds the directory Asterisk plays from
 * @param spool the directory Asterisk leaves voicemail in
 * @param language of spoken messages, {@code fr} or {@code en}
 * @param tollCountries country codes that may be dialled (A14)
 * @param shown the number the customer sees on a put-through (A13)
 * @param journalRoom entries kept in memory while PostgreSQL is away
 */
public record ReceptionSettings(
    int agiPort,
    int agiThreads,
    Path sounds,
    Path spool,
    SpeechCommand speech,
    String language,
    Set<String> tollCountries,
    ShownNumber.Policy shown,
    int journalRoom) {
  private static final String ESPEAK = "espeak-ng -v {language} -s 145 -b 1 -f {text} -w {sound}";
  private static final int THREADS = 200;
  private static final int JOURNAL_ROOM = 200_000;

  /** Reads them; mistakes are reported by {@link Settings#check()}. */
  public static ReceptionSettings from(Settings settings) {
    return new ReceptionSettings(
        settings.port("PERMANENCE_AGI_PORT", 4573, "where Asterisk asks (FastAGI), loopback"),
        THREADS,
        settings.path("PERMANENCE_SOUNDS", "sounds", "sounds Asterisk plays"),
        settings.path("PERMANENCE_SPOOL", "spool", "what Asterisk leaves behind"),
        SpeechCommand.of(
            settings.text(
                "PERMANENCE_SPEECH",
                ESPEAK,
                "text to speech: a program and arguments with {text}, {sound}, {language}")),
        settings.text("PERMANENCE_SPEECH_LANGUAGE", "fr", "language of spoken messages: fr, en"),
        Set.of(
            settings
                .text("PERMANENCE_TOLL_COUNTRIES", "+33", "country codes that may be dialled")
                .trim()
                .split("[ ,]+")),
        settings.flag(
                "PERMANENCE_SHOW_CALLER",
                false,
                "the trunk permits showing the caller's number on a put-through")
            ? ShownNumber.Policy.CALLER
            : ShownNumber.Policy.OWN_LINE,
        JOURNAL_ROOM);
  }
}
