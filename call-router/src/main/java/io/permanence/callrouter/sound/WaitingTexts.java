package io.permanence.callrouter.sound;

import io.permanence.callrouter.desk.WaitingPhrase;

/** The words of what a waiting caller is told, French and English. */
final class WaitingTexts {
  private WaitingTexts() {}

  static String text(WaitingPhrase phrase, String language) {
    return language.startsWith("en") ? english(phrase) : french(phrase);
  }

  private static String french(WaitingPhrase phrase) {
    return switch (phrase.kind()) {
      case CALLBACK_OR_MESSAGE ->
          "Toutes nos secrétaires sont en ligne. Pour être rappelé, tapez 1. Pour laisser un"
              + " message, tapez 2. Ou restez en ligne : nous vous répondrons.";
      case MESSAGE_ONLY ->
          "Toutes nos secrétaires sont en ligne. Pour laisser un message, tapez 2. Ou restez en"
              + " ligne : nous vous répondrons.";
      case CALLBACK_NOTED -> "C'est noté : une secrétaire vous rappellera. Au revoir.";
      case NEXT -> "Vous êtes la prochaine personne.";
      case POSITION -> "Vous êtes en position %d.".formatted(phrase.number());
      case FAR -> "Plus de dix personnes attendent avant vous.";
      case SOON -> "L'attente est de moins de deux minutes.";
      case MINUTES -> "L'attente est d'environ %d minutes.".formatted(phrase.number());
      case LONG -> "L'attente est de plus de dix minutes.";
    };
  }

  private static String english(WaitingPhrase phrase) {
    return switch (phrase.kind()) {
      case CALLBACK_OR_MESSAGE ->
          "All our secretaries are on the telephone. To be called back, press 1. To leave a"
              + " message, press 2. Or stay on the line: we will answer.";
      case MESSAGE_ONLY ->
          "All our secretaries are on the telephone. To leave a message, press 2. Or stay on the"
              + " line: we will answer.";
      case CALLBACK_NOTED -> "Noted: a secretary will call you back. Goodbye.";
      case NEXT -> "You are the next.";
      case POSITION -> "You are number %d in line.".formatted(phrase.number());
      case FAR -> "More than ten people are waiting before you.";
      case SOON -> "The wait is less than two minutes.";
      case MINUTES -> "The wait is about %d minutes.".formatted(phrase.number());
      case LONG -> "The wait is more than ten minutes.";
    };
  }
}
