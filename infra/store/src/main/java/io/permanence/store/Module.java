package io.permanence.store;

/** Whose hands a transaction is in: the database role decides which tables it may write. */
public enum Module {
  IDENTITY("permanence_identity"),
  PORTAL("permanence_portal"),
  ROUTER("permanence_router"),
  SYNC("permanence_sync"),
  PUSH("permanence_push");

  private final String role;

  Module(String role) {
    this.role = role;
  }

  String role() {
    return role;
  }
}
