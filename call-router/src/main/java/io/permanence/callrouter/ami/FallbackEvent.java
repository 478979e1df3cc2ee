package io.permanence.callrouter.ami;

import org.asteriskjava.manager.event.UserEvent;

/** The dialplan's fallback has the call; the library finds this class by the event's name. */
public final class FallbackEvent extends UserEvent {
  private static final long serialVersionUID = 1;

  private String call = "";

  /** Made by the library. */
  public FallbackEvent(Object source) {
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
}
