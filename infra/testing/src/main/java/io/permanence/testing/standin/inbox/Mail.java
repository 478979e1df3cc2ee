package io.permanence.testing.standin.inbox;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an e-mail: its two bodies, its headers, its source. */
final class Mail {
  private final Map<String, String> bodies = new LinkedHashMap<>();

  private Mail() {}

  static InboxMessage read(MimeMessage mail, String recipient, Instant at)
      throws MessagingException, IOException {
    var reading = new Mail();
    reading.collect(mail);
    return new InboxMessage(
        InboxMessage.newId(),
        Channel.EMAIL,
        at,
        recipient,
        decoded(mail.getHeader("From", ", ")),
        mail.getSubject(),
        reading.bodies.getOrDefault("text/plain", ""),
        reading.bodies.get("text/html"),
        headers(mail),
        source(mail),
        null);
  }

  private void collect(Part part) throws MessagingException, IOException {
    Object content = part.getContent();
    if (content instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        collect(parts.getBodyPart(i));
      }
    } else if (content instanceof String text
        && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      bodies.putIfAbsent(part.isMimeType("text/html") ? "text/html" : "text/plain", text);
    }
  }

  private static Map<String, String> headers(MimeMessage mail)
      throws MessagingException, IOException {
    var names = new LinkedHashMap<String, String>();
    var values = new LinkedHashMap<String, String>();
    for (var all = mail.getAllHeaders(); all.hasMoreElements(); ) {
      Header header = all.nextElement();
      String name =
          names.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), low -> header.getName());
      values.merge(
          name, String.valueOf(decoded(header.getValue())), (one, two) -> one + "\n" + two);
    }
    return values;
  }

  private static @Nullable String decoded(@Nullable String header) throws IOException {
    return header == null ? null : MimeUtility.decodeText(MimeUtility.unfold(header));
  }

  private static String source(MimeMessage mail) throws MessagingException, IOException {
    var bytes = new ByteArrayOutputStream();
    mail.writeTo(bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
