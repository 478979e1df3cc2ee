package io.permanence.callrouter.ami;

/** How to reach Asterisk's manager interface. */
public record AmiSettings(String host, int port, String user, String secret) {
  @Override
  public String toString() {
    return user + "@" + host + ":" + port;
  }
}
