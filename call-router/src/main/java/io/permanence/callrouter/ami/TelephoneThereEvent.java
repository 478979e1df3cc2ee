package io.permanence.callrouter.ami;

import org.asteriskjava.manager.event.UserEvent;
import org.jspecify.annotations.Nullable;

/** Whether a telephone is registered; the library finds this class by the event's name. */
public final class TelephoneThereEvent extends UserEvent {
  private static final long serialVersionUID = 1;
  private @Nullable String telephone;
  private @Nullable String contacts;

  /** Made by the library. */
  public TelephoneThereEvent(Object source) {
    super(source);
  }

  public @Nullable String getTelephone() {
    return telephone;
  }

  /** Called by the library. */
  public void setTelephone(String telephone) {
    this.telephone = telephone;
  }

  /** How long the list of its addresses is, in characters. */
  public @Nullable String getContacts() {
    return contacts;
  }

  /** Called by the library. */
  public void setContacts(String contacts) {
    this.contacts = contacts;
  }
}
