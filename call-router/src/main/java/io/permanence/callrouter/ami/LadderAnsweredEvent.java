package io.permanence.callrouter.ami;

import org.asteriskjava.manager.event.UserEvent;

/** The customer answered a rung; the library finds this class by the event's name. */
public final class LadderAnsweredEvent extends UserEvent {
  private static final long serialVersionUID = 1;

  private String call = "";
  private String step = "";

  /** Made by the library. */
  public LadderAnsweredEvent(Object source) {
    super(source);
  }

  /** The call's id. */
  public String getCall() {
    return call;
  }

  /** Set by the library. */
  public void setCall(String call) {
    this.call = call;
  }

  /** The step's number. */
  public String getStep() {
    return step;
  }

  /** Set by the library. */
  public void setStep(String step) {
    this.step = step;
  }
}
