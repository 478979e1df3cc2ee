package io.permanence.callrouter.ami;

import org.asteriskjava.manager.event.UserEvent;

/** Asterisk has read the file of telephones; the library finds this class by the event's name. */
public final class TelephonesReadEvent extends UserEvent {
  private static final long serialVersionUID = 1;

  /** Made by the library. */
  public TelephonesReadEvent(Object source) {
    super(source);
  }
}
