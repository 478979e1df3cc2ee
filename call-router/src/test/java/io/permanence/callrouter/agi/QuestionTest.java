package io.permanence.callrouter.agi;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.journal.StepWord;
import io.permanence.model.id.CallId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTest {
  private static final String CALL = "6f1ed002-ab55-4a1c-9d4b-0000000000aa";
  private static final String NONCE = "6f1ed002-ab55-4a1c-9d4b-0000000000bb";

  private static Map<String, String> request(String script, String... arguments) {
    Map<String, String> request = new HashMap<>();
    request.put("network_script", script);
    for (int i = 0; i < arguments.length; i++) {
      request.put("arg_" + (i + 1), arguments[i]);
    }
    return request;
  }

  @Test
  void everyQuestionIsUnderstood() {
    CallId call = CallId.of(CALL);
    UUID nonce = UUID.fromString(NONCE);
    assertThat(Question.read(request("route", CALL, NONCE, "33199001001", "33639980101")))
        .contains(new Question.Route(call, nonce, "33199001001", "33639980101"));
    assertThat(Question.read(request("route", CALL, NONCE, "33199001001", "withheld")))
        .contains(new Question.Route(call, nonce, "33199001001", "withheld"));
    assertThat(Question.read(request("step", CALL, NONCE, "2", "noanswer")))
        .contains(new Question.Step(call, nonce, 2, StepWord.NOANSWER));
    assertThat(Question.read(request("waiting", CALL, NONCE)))
        .contains(new Question.Waiting(call, nonce));
    assertThat(Question.read(request("key", CALL, NONCE, "1")))
        .contains(new Question.Key(call, nonce, 1));
  }

  @ParameterizedTest(name = "{0} {1} {2} {3} {4}")
  @CsvSource(
      emptyValue = "",
      value = {
        "route, x, NONCE, 33199001001, withheld",
        "route, CALL, x, 33199001001, withheld",
        "route, CALL, NONCE, +33199001001, withheld",
        "route, CALL, NONCE, 331990010010000000, withheld",
        "route, CALL, NONCE, 33199001001, anonymous",
        "route, CALL, NONCE, 33199001001, 12",
        "route, CALL, NONCE, 33199001001, ''",
        "step, CALL, NONCE, -1, busy",
        "step, CALL, NONCE, 0, busy",
        "step, CALL, NONCE, 1, first",
        "step, CALL, NONCE, 100, busy",
        "step, CALL, NONCE, 1, BUSY",
        "step, CALL, NONCE, 1, ''",
        "key, CALL, NONCE, 12, ''",
        "key, CALL, NONCE, '', ''",
        "key, CALL, NONCE, #, ''",
        "stop, CALL, NONCE, 1, busy",
        "'', CALL, NONCE, 1, busy",
      })
  void whatIsNoneOfThemToTheLetterIsNoQuestion(
      String script, String call, String nonce, String third, String fourth) {
    String first = call.equals("CALL") ? CALL : call;
    String second = nonce.equals("NONCE") ? NONCE : nonce;
    assertThat(Question.read(request(script, first, second, third, fourth))).isEmpty();
  }
}
