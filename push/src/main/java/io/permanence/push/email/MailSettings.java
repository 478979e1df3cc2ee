package io.permanence.push.email;

/**
 * How e-mail leaves.
 *
 * @param user empty where the server asks nobody to sign in
 * @param startTls nothing is sent without STARTTLS; otherwise it is never used
 * @param tls TLS from the first byte
 * @param from the sender, an address or {@code Name <address>}
 * @param atOnce connections at the same time
 */
public record MailSettings(
    String host,
    int port,
    String user,
    String password,
    boolean startTls,
    boolean tls,
    String from,
    int atOnce) {
  /** The domain of the sender's address, for Message-IDs. */
  String domain() {
    String domain = from.substring(from.lastIndexOf('@') + 1);
    return domain.endsWith(">") ? domain.substring(0, domain.length() - 1) : domain;
  }

  @Override
  public String toString() {
    return "MailSettings[%s:%d]".formatted(host, port);
  }
}
