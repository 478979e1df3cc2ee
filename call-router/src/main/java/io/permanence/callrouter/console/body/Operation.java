package io.permanence.callrouter.console.body;

import io.permanence.model.Role;

/**
 * Who may do what in the console: one row an operation of the contract. Whose call, note or task it
 * must be is checked by the subject, and answered as if it did not exist.
 */
public enum Operation {
  SIGN_OUT(Who.ANY_SECRETARY, true),
  GET_ME(Who.ANY_SECRETARY, true),
  CHANGE_ME(Who.ANY_SECRETARY, false),
  CHANGE_PASSWORD(Who.ANY_SECRETARY, true),
  CHOOSE_TELEPHONE(Who.ANY_SECRETARY, false),
  CHANGE_PRESENCE(Who.ANY_SECRETARY, false),
  GET_CARD(Who.ANY_SECRETARY, false),
  HEAR_VOICEMAIL(Who.ANY_SECRETARY, false),
  COMMAND_CALL(Who.ANY_SECRETARY, false),
  LIST_NOTES(Who.ANY_SECRETARY, false),
  GET_NOTE(Who.ANY_SECRETARY, false),
  SAVE_NOTE(Who.ANY_SECRETARY, false),
  LIST_TASKS(Who.ANY_SECRETARY, false),
  TAKE_TASK(Who.ANY_SECRETARY, false),
  RELEASE_TASK(Who.ANY_SECRETARY, false),
  POSTPONE_TASK(Who.ANY_SECRETARY, false),
  CLOSE_TASK(Who.ANY_SECRETARY, false),
  GET_TEAM(Who.ANY_SECRETARY, false),
  GET_TODAY_FIGURES(Who.ANY_SECRETARY, false),
  GET_WALLBOARD(Who.SUPERVISORS, false),
  GET_HALF_HOURS(Who.SUPERVISORS, false),
  SUPERVISE(Who.SUPERVISORS, false),
  END_SUPERVISION(Who.SUPERVISORS, false),
  OPEN_LIVE(Who.ANY_SECRETARY, false);

  private enum Who {
    ANY_SECRETARY,
    SUPERVISORS;

    boolean includes(Role role) {
      return switch (this) {
        case ANY_SECRETARY -> role == Role.SECRETARY || role == Role.SUPERVISOR;
        case SUPERVISORS -> role == Role.SUPERVISOR;
      };
    }
  }

  private final Who who;
  private final boolean duringPasswordChange;

  Operation(Who who, boolean duringPasswordChange) {
    this.who = who;
    this.duringPasswordChange = duringPasswordChange;
  }

  /** Whether somebody of this role may do it. */
  public boolean open(Role role) {
    return who.includes(role);
  }

  /** Whether it may be done while the password is still temporary. */
  public boolean duringPasswordChange() {
    return duringPasswordChange;
  }
}
