package io.permanence.push.plan;

import io.permanence.model.delivery.MessageKind;
import java.util.Locale;

/** The fixed words of every text, French first (the language of whoever has none of ours). */
enum Words {
  FRENCH(
      "Permanence",
      "URGENT",
      "numéro masqué",
      "Nouveau message",
      "Appel en cours",
      "Message vocal",
      "Appel manqué",
      "Vous avez un nouveau message.",
      "Un appel arrive pour vous.",
      "Vous avez un nouveau message vocal.",
      "Un appel n’a pas pu être pris.",
      "De",
      "Téléphone",
      "Quand",
      "Demande",
      "Vous recevez cet e-mail parce que vous l’avez choisi dans vos réglages.",
      "EEEE d MMMM uuuu 'à' HH:mm",
      "Code de confirmation",
      "%s : %s est le code qui confirme ce numéro, valable 10 minutes. Ne le communiquez à"
          + " personne.",
      "Souhaite être rappelé(e)."),
  ENGLISH(
      "Permanence",
      "URGENT",
      "withheld number",
      "New message",
      "Incoming call",
      "Voicemail",
      "Missed call",
      "You have a new message.",
      "A call is coming in for you.",
      "You have a new voicemail.",
      "A call could not be taken.",
      "From",
      "Telephone",
      "When",
      "Request",
      "You receive this e-mail because you chose so in your settings.",
      "EEEE d MMMM uuuu 'at' HH:mm",
      "Confirmation code",
      "%s: %s is the code that confirms this number, valid for 10 minutes. Tell nobody.",
      "Wants to be called back.");

  final String sender;
  final String urgent;
  final String withheld;
  private final String note;
  private final String incomingCall;
  private final String voicemail;
  private final String lostCall;
  private final String noteCame;
  private final String callComes;
  private final String voicemailCame;
  private final String callWasLost;
  final String from;
  final String telephone;
  final String when;
  final String request;
  final String why;
  final String time;
  private final String numberProof;
  private final String code;
  final String callback;

  Words(String... words) {
    sender = words[0];
    urgent = words[1];
    withheld = words[2];
    note = words[3];
    incomingCall = words[4];
    voicemail = words[5];
    lostCall = words[6];
    noteCame = words[7];
    callComes = words[8];
    voicemailCame = words[9];
    callWasLost = words[10];
    from = words[11];
    telephone = words[12];
    when = words[13];
    request = words[14];
    why = words[15];
    time = words[16];
    numberProof = words[17];
    code = words[18];
    callback = words[19];
  }

  static Words of(Locale language) {
    return language.getLanguage().equals("en") ? ENGLISH : FRENCH;
  }

  Locale locale() {
    return this == ENGLISH ? Locale.UK : Locale.FRANCE;
  }

  /** The sentence with a code. */
  String code(String digits) {
    return code.formatted(sender, digits);
  }

  /** What it is, in two words. */
  String name(MessageKind kind) {
    return switch (kind) {
      case NOTE -> note;
      case INCOMING_CALL -> incomingCall;
      case VOICEMAIL -> voicemail;
      case LOST_CALL -> lostCall;
      case NUMBER_PROOF -> numberProof;
    };
  }

  /** That it is there, without anything of what it says (C3). */
  String generic(MessageKind kind) {
    return switch (kind) {
      case NOTE -> noteCame;
      case INCOMING_CALL -> callComes;
      case VOICEMAIL -> voicemailCame;
      case LOST_CALL -> callWasLost;
      case NUMBER_PROOF -> numberProof;
    };
  }
}
