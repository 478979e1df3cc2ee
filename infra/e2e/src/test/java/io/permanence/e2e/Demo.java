package io.permanence.e2e;

import io.permanence.testing.sip.SipCaller;
import java.time.Duration;

/** The demo's numbers, and how one calls them. */
final class Demo {
  static final String PROSPECTS = "+33199001000";
  static final String DOCTOR = "+33199001001";
  static final String LAWYER = "+33199001002";
  static final String PLUMBER = "+33199001003";
  static final String VIP_DIRECT = "+33199001013";

  static final String VIP = "+33639980101";
  static final String STRANGER = "+33639985555";
  static final String BLOCKED = "+33639980201";
  static final String WITHHELD = "anonymous";

  static final String LAWYERS_VIP = "+33639980111";
  static final String LAWYERS_BLOCKED = "+33639980211";
  static final String PLUMBERS_VIP = "+33639980121";
  static final String PLUMBERS_BLOCKED = "+33639980221";

  /** The doctor's forwarding numbers, and the trials', in the order of their ladders; 15 s each. */
  static final String MOBILE = "+33639980001";

  static final String OFFICE = "+33199001005";

  /** The lawyer's, 15 and 20 s. */
  static final String LAWYERS_MOBILE = "+33639980002";

  static final String LAWYERS_OFFICE = "+33199001006";

  /** What a caller says, in hertz. */
  static final int CALLER_SAYS = 440;

  /** What a customer's telephone says, in hertz. */
  static final int CUSTOMER_SAYS = 880;

  /** What a desk phone says, in hertz. */
  static final int DESK_PHONE_SAYS = 1200;

  static final Duration SOON = Duration.ofSeconds(10);

  private Demo() {}

  static SipCaller caller(RunningSystem system, String number) {
    return SipCaller.through(system.sip()).calling(number);
  }

  /** The caller as the journal knows them: empty when the number is withheld. */
  static String known(String caller) {
    return caller.equals(WITHHELD) ? "" : caller;
  }
}
