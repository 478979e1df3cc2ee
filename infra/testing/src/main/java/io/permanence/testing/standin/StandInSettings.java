package io.permanence.testing.standin;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the stand-ins are told: {@code --smtp-port 2525} on the command line, or {@code
 * STANDIN_SMTP_PORT=2525} in the environment, or the usual value.
 */
final class StandInSettings {
  private static final Map<String, String> USUAL = new LinkedHashMap<>();

  static {
    USUAL.put("inbox-port", "8025");
    USUAL.put("smtp-port", "2525");
    USUAL.put("fcm-port", "8026");
    USUAL.put("sms-port", "8027");
    USUAL.put("people-port", "8028");
    USUAL.put("google-port", "8029");
    USUAL.put("calendar-port", "8031");
    USUAL.put("google-url", "");
    USUAL.put("google-redirect-uris", "");
    USUAL.put("contacts-file", "");
    USUAL.put("fcm-project", "permanence-demo");
    USUAL.put("fcm-key-file", "");
    USUAL.put("sms-account", "permanence");
    USUAL.put("sms-secret", "demo-sms-secret");
    USUAL.put("sms-receipts-url", "");
    USUAL.put("zone", "Europe/Paris");
  }

  private static final String HELP =
      """
      Plays the outside world on this machine: e-mail, SMS, push, Google. Prints the addresses as one
      line of JSON when everything is ready; stops when told to (SIGTERM). A port of 0 takes a free one.

        --inbox-port      page and JSON of what arrived
        --smtp-port       e-mail
        --fcm-port        push
        --sms-port        SMS gateway
        --people-port     Google's contacts
        --calendar-port   Google's calendar: when somebody is busy
        --google-port     Google's sign-in, unless --google-url says where it runs
        --google-redirect-uris  where Google may send people back, separated by commas
        --contacts-file   {"account": {"id": {Person}}} instead of the demo's contacts
        --fcm-project     the Firebase project's id
        --fcm-key-file    where the service account's key file is kept
        --sms-account, --sms-secret   who may send SMS
        --sms-receipts-url            where delivery receipts are posted
        --zone            in which the inbox prints times

      Each also as an environment variable: --smtp-port is STANDIN_SMTP_PORT. Usual values:
      """;

  private final Map<String, String> values;

  private StandInSettings(Map<String, String> values) {
    this.values = values;
  }

  /**
   * @throws IllegalArgumentException naming an option that there is not, or one without a value
   */
  static StandInSettings of(String[] args, Map<String, String> environment) {
    var values = new HashMap<>(USUAL);
    values.replaceAll((name, usual) -> environment.getOrDefault(variable(name), usual));
    for (int i = 0; i < args.length; i += 2) {
      String name = args[i].replaceFirst("^--", "");
      if (!USUAL.containsKey(name) || i + 1 == args.length) {
        throw new IllegalArgumentException(args[i] + " is no option, or has no value");
      }
      values.put(name, args[i + 1]);
    }
    return new StandInSettings(values);
  }

  private static String variable(String name) {
    return "STANDIN_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  static String help() {
    var help = new StringBuilder(HELP);
    USUAL.forEach((name, value) -> help.append("  ").append(name).append('=').append(value + "\n"));
    return help.toString();
  }

  /** Empty when it has no value. */
  String text(String name) {
    return values.getOrDefault(name, "");
  }

  int port(String name) {
    String text = text(name);
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
      throw new IllegalArgumentException("--" + name + " is a port from 0 to 65535");
    }
    return Integer.parseInt(text);
  }
}
