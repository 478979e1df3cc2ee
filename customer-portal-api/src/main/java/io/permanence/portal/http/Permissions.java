package io.permanence.portal.http;

import static io.permanence.model.Role.CUSTOMER_COLLEAGUE;
import static io.permanence.model.Role.CUSTOMER_OWNER;
import static io.permanence.model.Role.CUSTOMER_READ_ONLY;
import static java.util.Map.entry;

import io.permanence.model.Role;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do what (DESIGN 7): one row for every operation of the contract. An operation without a
 * row fails the start. Read-only people change nothing of the customer's, but their own account,
 * consents, devices and preferences are theirs; the link to Google is the owner's.
 */
public final class Permissions {
  private static final Set<Role> EVERYBODY =
      Set.of(CUSTOMER_OWNER, CUSTOMER_COLLEAGUE, CUSTOMER_READ_ONLY);
  private static final Set<Role> WRITERS = Set.of(CUSTOMER_OWNER, CUSTOMER_COLLEAGUE);
  private static final Set<Role> OWNER = Set.of(CUSTOMER_OWNER);

  private static final Map<String, Permission> TABLE =
      Map.ofEntries(
          entry("signIn", Permission.ofAnybody()),
          entry("getCurrentSession", Permission.evenBeforePasswordChange(EVERYBODY)),
          entry("signOut", Permission.evenBeforePasswordChange(EVERYBODY)),
          entry("changePassword", Permission.evenBeforePasswordChange(EVERYBODY)),
          entry("updateAccount", Permission.of(EVERYBODY)),
          entry("listCalls", Permission.of(EVERYBODY)),
          entry("getCall", Permission.of(EVERYBODY)),
          entry("getFigures", Permission.of(EVERYBODY)),
          entry("getDayFigures", Permission.of(EVERYBODY)),
          entry("getNote", Permission.of(EVERYBODY)),
          entry("hearNote", Permission.of(EVERYBODY)),
          entry("updateNote", Permission.of(WRITERS)),
          entry("deleteNote", Permission.of(WRITERS)),
          entry("giveFeedback", Permission.of(WRITERS)),
          entry("withdrawFeedback", Permission.of(WRITERS)),
          entry("listDeliveries", Permission.of(EVERYBODY)),
          entry("listLines", Permission.of(EVERYBODY)),
          entry("changeLineNow", Permission.of(WRITERS)),
          entry("endLineQuickChange", Permission.of(WRITERS)),
          entry("chooseForLine", Permission.of(WRITERS)),
          entry("listInstructions", Permission.of(EVERYBODY)),
          entry("createInstruction", Permission.of(WRITERS)),
          entry("getInstruction", Permission.of(EVERYBODY)),
          entry("replaceInstruction", Permission.of(WRITERS)),
          entry("deleteInstruction", Permission.of(WRITERS)),
          entry("previewCall", Permission.of(EVERYBODY)),
          entry("replayLastWeek", Permission.of(EVERYBODY)),
          entry("listForwardingNumbers", Permission.of(EVERYBODY)),
          entry("addForwardingNumber", Permission.of(WRITERS)),
          entry("removeForwardingNumber", Permission.of(WRITERS)),
          entry("sendNumberCode", Permission.of(WRITERS)),
          entry("getNumberCode", Permission.of(EVERYBODY)),
          entry("proveForwardingNumber", Permission.of(WRITERS)),
          entry("getIntakeScript", Permission.of(EVERYBODY)),
          entry("replaceIntakeScript", Permission.of(WRITERS)),
          entry("listContacts", Permission.of(EVERYBODY)),
          entry("createContact", Permission.of(WRITERS)),
          entry("getContact", Permission.of(EVERYBODY)),
          entry("replaceContact", Permission.of(WRITERS)),
          entry("deleteContact", Permission.of(WRITERS)),
          entry("markContact", Permission.of(WRITERS)),
          entry("getNotificationPreferences", Permission.of(EVERYBODY)),
          entry("replaceNotificationPreferences", Permission.of(EVERYBODY)),
          entry("getPushConfiguration", Permission.of(EVERYBODY)),
          entry("listDevices", Permission.of(EVERYBODY)),
          entry("registerDevice", Permission.of(EVERYBODY)),
          entry("removeDevice", Permission.of(EVERYBODY)),
          entry("listConsentTexts", Permission.of(EVERYBODY)),
          entry("listConsents", Permission.of(EVERYBODY)),
          entry("giveConsent", Permission.of(EVERYBODY)),
          entry("withdrawConsent", Permission.of(EVERYBODY)),
          entry("getGoogleLink", Permission.of(EVERYBODY)),
          entry("startGoogleAuthorization", Permission.of(OWNER)),
          entry("followLiveEvents", Permission.of(EVERYBODY)));

  private Permissions() {}

  /**
   * One row.
   *
   * @param anybody no session is needed
   * @param roles who may, when signed in
   * @param beforePasswordChange also while the password is temporary
   */
  public record Permission(boolean anybody, Set<Role> roles, boolean beforePasswordChange) {
    static Permission ofAnybody() {
      return new Permission(true, EVERYBODY, true);
    }

    static Permission of(Set<Role> roles) {
      return new Permission(false, roles, false);
    }

    static Permission evenBeforePasswordChange(Set<Role> roles) {
      return new Permission(false, roles, true);
    }
  }

  /** The row of an operation. */
  public static Optional<Permission> of(String operation) {
    return Optional.ofNullable(TABLE.get(operation));
  }

  /** Every operation that has a row. */
  public static Set<String> operations() {
    return TABLE.keySet();
  }
}
