package io.permanence.model;

/** What an account may be. Who may do what stands in one table per HTTP module. */
public enum Role {
  CUSTOMER_OWNER,
  CUSTOMER_COLLEAGUE,
  CUSTOMER_READ_ONLY,
  SECRETARY,
  SUPERVISOR,
  OPERATOR,
  PRIVACY_OFFICER;

  /** Whether the account belongs to the company rather than to a customer. */
  public boolean staff() {
    return switch (this) {
      case SECRETARY, SUPERVISOR, OPERATOR, PRIVACY_OFFICER -> true;
      case CUSTOMER_OWNER, CUSTOMER_COLLEAGUE, CUSTOMER_READ_ONLY -> false;
    };
  }
}
