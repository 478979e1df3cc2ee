package io.permanence.app.demo;

import io.permanence.model.PhoneNumber;
import io.permanence.model.line.Calendar;
import io.permanence.model.line.CallerMark;
import io.permanence.model.line.Handling;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.Windows;
import io.permanence.store.demo.DemoLine;
import io.permanence.store.instruction.LineInstruction;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What scripts and tests need to know of the demo: numbers, lines, sign-ins (DESIGN 8). Of a line
 * it says what governs its calls; its standing default is told beside that.
 */
final class DemoFile {
  private static final Calendar CALENDAR = Calendar.of(ZoneId.of("Europe/Paris"));

  private DemoFile() {}

  /** The file's text, of what governs at that moment. */
  static String json(List<DemoCustomer> customers, DemoPasswords passwords, Instant now) {
    JsonArray lines = new JsonArray();
    JsonArray accounts = new JsonArray();
    String prospects = "";
    for (DemoCustomer customer : customers) {
      for (DemoLine line : customer.lines()) {
        prospects = line.prospects() ? line.number().e164() : prospects;
        lines.add(line(customer, line, now));
      }
      customer.people().forEach(person -> accounts.add(person(customer, person, passwords)));
    }
    DemoPeople.staff().forEach(staff -> accounts.add(staff(staff, passwords)));
    return new JsonObject()
        .put("demoNumber", prospects)
        .put("lines", lines)
        .put("accounts", accounts)
        .encodePrettily();
  }

  private static JsonObject line(DemoCustomer customer, DemoLine line, Instant now) {
    return new JsonObject()
        .put("number", line.number().e164())
        .put("customer", customer.name())
        .put("name", line.name())
        .mergeIn(handling(governing(customer, line, now)))
        .put("vip", marked(customer, CallerMark.VIP))
        .put("blocked", marked(customer, CallerMark.BLOCKED))
        .put("standing", handling(line.standing()));
  }

  private static Handling governing(DemoCustomer customer, DemoLine line, Instant now) {
    List<Instruction> own =
        customer.instructions().stream()
            .filter(each -> each.line().equals(line.id()))
            .map(LineInstruction::instruction)
            .toList();
    return Windows.governing(own, CALENDAR, now).map(Instruction::handling).orElse(line.standing());
  }

  private static JsonObject handling(Handling handling) {
    return new JsonObject()
        .put("putThrough", handling.putThrough().name())
        .put("mode", handling.mode().name())
        .put(
            "forwarding",
            new JsonArray(
                handling.ladder().stream()
                    .flatMap(step -> step.targets().stream().map(target -> target.number().e164()))
                    .toList()));
  }

  private static JsonArray marked(DemoCustomer customer, CallerMark mark) {
    return new JsonArray(
        customer.callers().stream()
            .filter(caller -> caller.mark() == mark)
            .map(DemoCustomer.Caller::number)
            .map(PhoneNumber::e164)
            .toList());
  }

  private static JsonObject person(
      DemoCustomer customer, DemoPeople.Person person, DemoPasswords passwords) {
    return new JsonObject()
        .put("role", person.role().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
        .put("user", person.user())
        .put("password", passwords.password(person.user()))
        .put("customer", customer.name())
        .put("temporary", person.temporary());
  }

  private static JsonObject staff(DemoPeople.Staff staff, DemoPasswords passwords) {
    JsonObject account =
        new JsonObject()
            .put("role", staff.role().name().toLowerCase(java.util.Locale.ROOT))
            .put("user", staff.user())
            .put("password", passwords.password(staff.user()))
            .put("name", staff.name());
    if (staff.secondFactor()) {
      account.put("totpSecret", passwords.totpSecret(staff.user()));
    }
    if (staff.role() == io.permanence.model.Role.OPERATOR) {
      account.put("note", "signs in nowhere yet: there is no screen for operators");
    }
    if (staff.role() == io.permanence.model.Role.SECRETARY) {
      account.put(
          "sip",
          new JsonObject()
              .put("user", DemoData.telephoneName(staff))
              .put("password", passwords.telephone(staff.user())));
    }
    return account;
  }
}
