package io.permanence.app.demo;

import io.permanence.app.demo.DemoCustomer.Caller;
import io.permanence.model.PhoneNumber;
import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.line.CallerMark;
import io.permanence.model.line.LadderStep;
import io.permanence.model.line.LadderStep.After;
import io.permanence.store.instruction.ForwardingNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The telephone numbers around a customer: two of their own, both proven, a VIP's, a blocked one's.
 *
 * <table>
 *   <caption>Numbers</caption>
 *   <tr><th></th><th>mobile</th><th>office</th><th>VIP</th><th>blocked</th></tr>
 *   <tr><td>doctor, trials</td><td>+33639980001</td><td>+33199001005</td><td>+33639980101</td>
 *     <td>+33639980201</td></tr>
 *   <tr><td>lawyer</td><td>+33639980002</td><td>+33199001006</td><td>+33639980111</td>
 *     <td>+33639980211</td></tr>
 *   <tr><td>plumber</td><td>+33639980003</td><td>+33199001007</td><td>+33639980121</td>
 *     <td>+33639980221</td></tr>
 * </table>
 *
 * <p>+33639980201 calls everybody to sell energy, and everybody has blocked it.
 */
record DemoNumbers(
    int customer,
    PhoneNumber mobile,
    PhoneNumber office,
    PhoneNumber vip,
    PhoneNumber blocked,
    Instant provenAt) {
  private static final PhoneNumber NUISANCE = new PhoneNumber("+33639980201");

  /** The numbers of the nth customer, of those in the table's row. */
  static DemoNumbers of(int customer, int row, Instant provenAt) {
    return new DemoNumbers(
        customer,
        new PhoneNumber("+3363998000" + row),
        new PhoneNumber("+3319900100" + (row + 4)),
        new PhoneNumber("+336399801%d1".formatted(row - 1)),
        new PhoneNumber("+336399802%d1".formatted(row - 1)),
        provenAt);
  }

  /** Both forwarding numbers. */
  List<ForwardingNumber> all() {
    return List.of(
        new ForwardingNumber(id(1), mobile, "Portable", Optional.of(provenAt)),
        new ForwardingNumber(id(2), office, "Bureau", Optional.of(provenAt)));
  }

  /** The mobile rings first, then the office. */
  List<LadderStep> ladder(int mobileSeconds, After mobileNot, int officeSeconds, After officeNot) {
    return List.of(
        LadderStep.of(id(1), mobile, mobileSeconds, mobileNot),
        LadderStep.of(id(2), office, officeSeconds, officeNot));
  }

  /** Who calls this customer: the first is the VIP. */
  List<Caller> callers(String... names) {
    List<Caller> callers = new ArrayList<>();
    callers.add(new Caller(names[0], vip, CallerMark.VIP, names[0]));
    callers.add(new Caller("Démarchage Énergie", NUISANCE, CallerMark.BLOCKED, "Énergie Plus"));
    if (!blocked.equals(NUISANCE)) {
      callers.add(new Caller("Démarchage Fenêtres", blocked, CallerMark.BLOCKED, "Vue Claire"));
    }
    for (int i = 1; i < names.length; i++) {
      PhoneNumber number = new PhoneNumber("+3363998%02d%02d".formatted(2 + customer, i));
      callers.add(new Caller(names[i], number, CallerMark.NONE, ""));
    }
    return List.copyOf(callers);
  }

  private ForwardingNumberId id(int n) {
    return new ForwardingNumberId(
        UUID.fromString("1f000000-0000-7000-8000-%012d".formatted(customer * 10 + n)));
  }
}
