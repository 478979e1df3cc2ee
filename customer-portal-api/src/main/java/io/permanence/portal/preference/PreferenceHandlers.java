package io.permanence.portal.preference;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.permanence.model.NumberPlan;
import io.permanence.model.Urgency;
import io.permanence.portal.http.Answer;
import io.permanence.portal.http.Fields;
import io.permanence.portal.http.Operation;
import io.permanence.portal.http.Request;
import io.permanence.runtime.http.Problem;
import io.permanence.store.Database;
import io.permanence.store.preference.PreferenceTable;
import io.permanence.store.preference.Preferences;
import io.permanence.store.preference.Preferences.Channel;
import io.permanence.store.preference.Preferences.QuietHours;
import io.permanence.store.preference.Preferences.Rule;
import io.vertx.core.Future;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The person's notification preferences. */
public final class PreferenceHandlers {
  private final Database database;
  private final NumberPlan numbers;

  /** Works on the person's preferences. */
  public PreferenceHandlers(Database database, NumberPlan numbers) {
    this.database = database;
    this.numbers = numbers;
  }

  /** The operations by their ids. */
  public Map<String, Operation> operations() {
    return Map.of(
        "getNotificationPreferences", this::get, "replaceNotificationPreferences", this::replace);
  }

  private record View(
      int version,
      Optional<String> emailAddress,
      Optional<String> smsNumber,
      List<Rule> rules,
      boolean incomingCalls,
      Optional<QuietView> quietHours) {
    static View of(Preferences kept) {
      return new View(
          kept.version(),
          kept.emailAddress(),
          kept.smsNumber(),
          kept.rules(),
          kept.incomingCalls(),
          kept.quietHours().map(QuietView::of));
    }
  }

  private record QuietView(
      @JsonFormat(pattern = "HH:mm") LocalTime from,
      @JsonFormat(pattern = "HH:mm") LocalTime to,
      boolean urgentAnyway) {
    static QuietView of(QuietHours hours) {
      return new QuietView(hours.from(), hours.to(), hours.urgentAnyway());
    }
  }

  private Future<Answer> get(Request request) {
    return database
        .inTransaction(request.customer(), tx -> PreferenceTable.of(tx, request.account()))
        .map(PreferenceHandlers::shown);
  }

  private static Answer shown(Preferences kept) {
    return Answer.ok(View.of(kept), kept.version());
  }

  private Future<Answer> replace(Request request) {
    int version = request.version();
    return switch (PreferenceRules.judge(read(request.body(), version), numbers)) {
      case PreferenceRules.Verdict.Rejected rejected ->
          Future.failedFuture(Problem.invalid(rejected.broken()).exception());
      case PreferenceRules.Verdict.Accepted accepted ->
          database
              .inTransaction(
                  request.customer(),
                  tx ->
                      PreferenceTable.replace(
                              tx, request.customer(), request.account(), accepted.preferences())
                          .compose(
                              written ->
                                  written
                                      ? PreferenceTable.of(tx, request.account())
                                      : Future.failedFuture(
                                          Problem.changedMeanwhile().exception())))
              .map(PreferenceHandlers::shown);
    };
  }

  private static Preferences read(Fields body, int version) {
    return new Preferences(
        version,
        body.optional("emailAddress"),
        body.optional("smsNumber"),
        body.list(
            "rules",
            rule ->
                new Rule(
                    rule.word("channel", Channel.class),
                    rule.word("urgency", Urgency.class),
                    rule.flag("enabled"))),
        body.flag("incomingCalls"),
        body.optionalObject("quietHours")
            .map(
                hours ->
                    new QuietHours(
                        hours.time("from"), hours.time("to"), hours.flag("urgentAnyway"))));
  }
}
