package io.permanence.callrouter;

import io.permanence.callrouter.ami.AmiSettings;
import io.permanence.callrouter.console.telephone.TelephoneSettings;
import io.permanence.callrouter.sound.SpeechCommand;
import io.permanence.model.outgoing.OutgoingCaps;
import io.permanence.model.outgoing.OutgoingRates;
import io.permanence.routing.ShownNumber;
import io.permanence.runtime.http.Certificate;
import io.permanence.runtime.node.DialableCountries;
import io.permanence.runtime.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the call router needs.
 *
 * @param consoleHost where the console is served
 * @param certificate absent behind a proxy or on localhost
 * @param agiPort where Asterisk asks; on loopback
 * @param agiThreads how many questions may be in the air at once
 * @param sounds directory Asterisk plays from
 * @param spool directory Asterisk leaves recordings in
 * @param language of spoken messages
 * @param countries that may be dialled (A14), home first
 * @param caps of a customer's outgoing calls a day, unless the customer has others
 * @param rates what outgoing calls are reckoned at
 * @param longestLeg after so long an outgoing call that was answered is hung up
 * @param desk how the company wants its desk to work
 * @param callsASecond calls taken on in a second; the others hear that all lines are busy (R12)
 * @param journalRoom entries kept in memory while PostgreSQL is away
 */
public record CallRouterSettings(
    String consoleHost,
    int consolePort,
    Optional<Certificate> certificate,
    AmiSettings ami,
    int agiPort,
    int agiThreads,
    Path sounds,
    Path spool,
    SpeechCommand speech,
    String language,
    TelephoneSettings telephones,
    List<String> countries,
    OutgoingCaps caps,
    OutgoingRates rates,
    Duration longestLeg,
    ShownNumber.Policy shownNumber,
    DeskSettings desk,
    int callsASecond,
    int journalRoom) {
  /** Reads them; mistakes are reported by {@link Settings#check()}. */
  public static CallRouterSettings from(Settings settings) {
    return new CallRouterSettings(
        settings.text("PERMANENCE_CONSOLE_HOST", "127.0.0.1", "where the console is served"),
        settings.port("PERMANENCE_CONSOLE_PORT", 8443, "port of the console"),
        Certificate.from(settings, "PERMANENCE_CONSOLE"),
        new AmiSettings(
            settings.text("PERMANENCE_AMI_HOST", "127.0.0.1", "Asterisk's manager interface"),
            settings.port("PERMANENCE_AMI_PORT", 5038, "port of the manager interface"),
            settings.text("PERMANENCE_AMI_USER", "router", "user of the manager interface"),
            settings.secret("PERMANENCE_AMI_SECRET", "", "secret of that user")),
        settings.port("PERMANENCE_AGI_PORT", 4573, "where Asterisk asks"),
        settings.number("PERMANENCE_AGI_THREADS", 256, 4, 4096, "questions at the same time"),
        settings.path("PERMANENCE_SOUNDS", ".run/sounds", "sounds Asterisk plays"),
        settings.path("PERMANENCE_SPOOL", ".run/spool", "where Asterisk leaves recordings"),
        speech(settings),
        settings.choice(
            "PERMANENCE_LANGUAGE",
            "fr",
            List.of("fr", "en"),
            "language of spoken messages: fr or en"),
        telephones(settings),
        DialableCountries.from(settings),
        caps(settings),
        rates(settings),
        settings.duration(
            "PERMANENCE_LONGEST_LEG", Duration.ofHours(4), "no outgoing call lasts longer"),
        settings.flag("PERMANENCE_SHOW_CALLER", false, "the trunk lets us show the caller")
            ? ShownNumber.Policy.CALLER
            : ShownNumber.Policy.OWN_LINE,
        DeskSettings.from(settings),
        settings.number(
            "PERMANENCE_CALLS_A_SECOND",
            1_000,
            1,
            100_000,
            "calls taken on; above it callers hear that all lines are busy"),
        settings.number(
            "PERMANENCE_JOURNAL_ROOM",
            200_000,
            1_000,
            10_000_000,
            "entries kept while PostgreSQL is away"));
  }

  private static OutgoingCaps caps(Settings settings) {
    return new OutgoingCaps(
        settings.number(
            "PERMANENCE_DAY_LEGS", 200, 0, 100_000, "outgoing calls a customer and day"),
        settings.number(
            "PERMANENCE_DAY_MINUTES", 600, 0, 100_000, "outgoing minutes a customer and day"),
        settings.number(
            "PERMANENCE_DAY_CENTS", 5_000, 0, 100_000_000, "their estimated cost, hundredths"));
  }

  private static OutgoingRates rates(Settings settings) {
    return new OutgoingRates(
        settings.number("PERMANENCE_RATE_FIXED", 2, 0, 10_000, "a minute, hundredths"),
        settings.number("PERMANENCE_RATE_MOBILE", 5, 0, 10_000, "a minute, hundredths"),
        settings.number("PERMANENCE_RATE_ABROAD", 25, 0, 10_000, "a minute, hundredths"),
        settings.number(
            "PERMANENCE_RESERVED_MINUTES", 10, 1, 600, "what a leg counts for while it is up"));
  }

  private static SpeechCommand speech(Settings settings) {
    return settings
        .optional(
            "PERMANENCE_SPEECH",
            SpeechCommand::of,
            "is a command with the words {text} and {sound}",
            "text-to-speech command with {text}, {sound} and {language}")
        .orElseGet(
            () ->
                SpeechCommand.espeak(
                    settings.text("PERMANENCE_ESPEAK", "espeak-ng", "path of espeak-ng")));
  }

  private static TelephoneSettings telephones(Settings settings) {
    return new TelephoneSettings(
        settings.path(
            "PERMANENCE_TELEPHONES",
            ".run/asterisk/telephones/telephones.conf",
            "file of telephones that Asterisk reads"),
        settings.text("PERMANENCE_SIP_WEBSOCKET_HOST", "127.0.0.1", "Asterisk's WebSocket"),
        settings.port("PERMANENCE_SIP_WEBSOCKET_PORT", 8088, "port of Asterisk's WebSocket"),
        settings.text("PERMANENCE_SIP_HOST", "127.0.0.1", "what desk phones register at"),
        settings.port("PERMANENCE_SIP_PORT", 5060, "port desk phones register at"),
        settings.interval(
            "PERMANENCE_TELEPHONE_LIFE", Duration.ofHours(14), "life of a browser's credentials"),
        settings.optional(
            "PERMANENCE_ICE_SERVER",
            CallRouterSettings::stun,
            "is an address such as stun:stun.example.org:3478",
            "STUN server told to browsers, as stun:host"));
  }

  private static String stun(String text) {
    if (!text.matches("(stuns?|turns?):[A-Za-z0-9.:\\[\\]-]+")) {
      throw new IllegalArgumentException();
    }
    return text;
  }
}
