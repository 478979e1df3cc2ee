package io.permanence.testing.standin.inbox;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What the page says, in the reader's language: French first, English on request. */
enum InboxWords {
  FR(
      "Boîte de réception locale",
      "Tout ce que le service a envoyé ; rien n’a quitté cette machine.",
      "Rien n’est encore arrivé. Enregistrez une note : le courriel, le SMS et la notification"
          + " apparaîtront ici d’eux-mêmes.",
      "Tout",
      "Courriels",
      "SMS",
      "Notifications",
      "à",
      "de",
      "Détails",
      "Version mise en forme",
      "Source",
      "Vider la boîte",
      "Courriel",
      "Notification"),
  EN(
      "Local inbox",
      "Everything the service has sent; nothing has left this machine.",
      "Nothing has arrived yet. Save a note: its e-mail, SMS and push message will appear here by"
          + " themselves.",
      "All",
      "E-mails",
      "SMS",
      "Push messages",
      "to",
      "from",
      "Details",
      "Formatted version",
      "Source",
      "Empty the inbox",
      "E-mail",
      "Push");

  final String title;
  final String promise;
  final String empty;
  final String all;
  final String email;
  final String sms;
  final String push;
  final String to;
  final String from;
  final String details;
  final String formatted;
  final String source;
  final String clear;
  private final String oneEmail;
  private final String onePush;

  InboxWords(String... words) {
    title = words[0];
    promise = words[1];
    empty = words[2];
    all = words[3];
    email = words[4];
    sms = words[5];
    push = words[6];
    to = words[7];
    from = words[8];
    details = words[9];
    formatted = words[10];
    source = words[11];
    clear = words[12];
    oneEmail = words[13];
    onePush = words[14];
  }

  /** The language asked for by name, otherwise the first of the two the browser prefers. */
  static InboxWords of(String asked, String acceptLanguage) {
    for (String range : (asked + "," + acceptLanguage).split(",", -1)) {
      String language = range.strip().toLowerCase(Locale.ROOT);
      if (language.startsWith("fr")) {
        return FR;
      }
      if (language.startsWith("en")) {
        return EN;
      }
    }
    return FR;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String of(Channel channel) {
    return switch (channel) {
      case EMAIL -> email;
      case SMS -> sms;
      case PUSH -> push;
    };
  }

  /** What a single message is. */
  String one(Channel channel) {
    return switch (channel) {
      case EMAIL -> oneEmail;
      case SMS -> sms;
      case PUSH -> onePush;
    };
  }

  DateTimeFormatter time(ZoneId zone) {
    return DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.forLanguageTag(code()))
        .withZone(zone);
  }
}
