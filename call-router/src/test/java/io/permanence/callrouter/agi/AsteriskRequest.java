package io.permanence.callrouter.agi;

import java.util.ArrayList;
import java.util.List;

/** The request that Asterisk 22 sends, as captured. */
final class AsteriskRequest {
  private AsteriskRequest() {}

  static List<String> lines(String script, String... arguments) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "agi_network: yes",
                "agi_network_script: " + script,
                "agi_request: agi://127.0.0.1:4573/" + script,
                "agi_channel: PJSIP/trunk-00000001",
                "agi_language: en",
                "agi_type: PJSIP",
                "agi_uniqueid: 1795344000.1",
                "agi_version: 22.10.1~dfsg+~cs6.15.60671435-1",
                "agi_callerid: 0000",
                "agi_calleridname: unverified",
                "agi_callingpres: 0",
                "agi_callingani2: 0",
                "agi_callington: 0",
                "agi_callingtns: 0",
                "agi_dnid: 33199001001",
                "agi_rdnis: unknown",
                "agi_context: ask",
                "agi_extension: s",
                "agi_priority: 5",
                "agi_enhanced: 0.0",
                "agi_accountcode: ",
                "agi_threadid: 140243"));
    for (int i = 0; i < arguments.length; i++) {
      lines.add("agi_arg_%d: %s".formatted(i + 1, arguments[i]));
    }
    return lines;
  }

  static String text(String script, String... arguments) {
    return String.join("\n", lines(script, arguments)) + "\n\n";
  }
}
