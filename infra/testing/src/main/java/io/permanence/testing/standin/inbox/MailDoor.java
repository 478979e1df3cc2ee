package io.permanence.testing.standin.inbox;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.imap.ImapHostManagerImpl;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.store.InMemoryStore;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Where the SMTP server hands over what it received; nothing stays inside the server. */
final class MailDoor extends SmtpManager {
  private final Clock clock;
  private final Inbox inbox;
  private final SmtpFaults faults;

  MailDoor(Clock clock, Inbox inbox, SmtpFaults faults) {
    this(new ImapHostManagerImpl(new InMemoryStore()), clock, inbox, faults);
  }

  private MailDoor(ImapHostManager nobody, Clock clock, Inbox inbox, SmtpFaults faults) {
    super(nobody, new UserManager(nobody));
    this.clock = clock;
    this.inbox = inbox;
    this.faults = faults;
  }

  @Override
  public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
    return faults.next(recipient.getEmail()).orElse(null);
  }

  @Override
  public synchronized void send(SmtpState state) {
    var mail = state.getMessage();
    try {
      for (MailAddress recipient : mail.getToAddresses()) {
        inbox.add(Mail.read(mail.getMessage(), recipient.getEmail(), clock.instant()));
      }
    } catch (MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    } catch (IOException cut) {
      throw new UncheckedIOException(cut);
    }
  }
}
