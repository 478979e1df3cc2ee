package io.permanence.app.demo;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CustomerId;
import io.permanence.model.line.CallerMark;
import io.permanence.store.demo.DemoLine;
import io.permanence.store.instruction.ForwardingNumber;
import io.permanence.store.instruction.LineInstruction;
import java.util.List;

/**
 * A customer of the demo.
 *
 * @param requests what their callers want, for the past
 * @param days how many days the past reaches back
 * @param callsADay how many calls came a day, about
 */
record DemoCustomer(
    CustomerId id,
    String name,
    String trade,
    String knowledge,
    List<DemoPeople.Person> people,
    List<ForwardingNumber> numbers,
    List<DemoLine> lines,
    List<LineInstruction> instructions,
    List<Caller> callers,
    List<String> requests,
    int days,
    int callsADay) {
  /** Somebody who calls this customer. */
  record Caller(String name, PhoneNumber number, CallerMark mark, String company) {}
}
