package io.permanence.callrouter.sound;

import io.permanence.routing.Prompt;
import io.permanence.routing.Prompt.Stock;

/** The words of the ready-made messages, French and English. */
final class StockTexts {
  private StockTexts() {}

  /** The whole text of a prompt: the customer's words where there are some. */
  static String text(Prompt prompt, String language) {
    boolean english = language.startsWith("en");
    return prompt
        .text()
        .map(
            own -> prompt.otherwise() == Stock.CLOSED_VOICEMAIL ? own + " " + invite(english) : own)
        .orElseGet(() -> english ? english(prompt.otherwise()) : french(prompt.otherwise()));
  }

  private static String invite(boolean english) {
    return english
        ? "Please leave a message after the tone; it will be recorded."
        : "Laissez votre message après le signal sonore : il sera enregistré.";
  }

  private static String french(Stock stock) {
    return switch (stock) {
      case UNKNOWN_NUMBER ->
          "Bonjour. Le numéro que vous avez composé n'est pas en service. Au revoir.";
      case BLOCKED -> "Bonjour. Nous ne pouvons pas prendre votre appel. Au revoir.";
      case WITHHELD ->
          "Bonjour. Votre correspondant ne prend pas les appels masqués. Merci de rappeler en"
              + " affichant votre numéro. Au revoir.";
      case CLOSED ->
          "Bonjour. Nos secrétaires ne répondent pas à cette heure. Merci de rappeler plus tard.";
      case CLOSED_VOICEMAIL ->
          "Bonjour. Nos secrétaires ne répondent pas à cette heure. " + invite(false);
      case VOICEMAIL -> "Bonjour. Votre correspondant n'est pas disponible. " + invite(false);
      case ALL_BUSY -> "Toutes nos secrétaires sont en ligne. " + invite(false);
      case ALL_LINES_BUSY ->
          "Bonjour. Toutes nos lignes sont occupées. Merci de rappeler dans quelques minutes.";
    };
  }

  private static String english(Stock stock) {
    return switch (stock) {
      case UNKNOWN_NUMBER -> "Hello. The number you have dialled is not in service. Goodbye.";
      case BLOCKED -> "Hello. We cannot take your call. Goodbye.";
      case WITHHELD ->
          "Hello. The person you are calling does not take calls from withheld numbers. Please call"
              + " again and show your number. Goodbye.";
      case CLOSED -> "Hello. Nobody answers at this hour. Please call again later.";
      case CLOSED_VOICEMAIL -> "Hello. Nobody answers at this hour. " + invite(true);
      case VOICEMAIL -> "Hello. The person you are calling is not available. " + invite(true);
      case ALL_BUSY -> "All our secretaries are on the telephone. " + invite(true);
      case ALL_LINES_BUSY -> "Hello. All our lines are busy. Please call again in a few minutes.";
    };
  }
}
