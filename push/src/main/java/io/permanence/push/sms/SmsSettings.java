package io.permanence.push.sms;

import java.net.URI;

/**
 * How the HTTP gateway is reached.
 *
 * @param gateway its address; messages go to {@code v1/messages} below it
 * @param secret the bearer token
 * @param from a number, or up to 11 letters and digits
 * @param atOnce messages at the same time
 */
public record SmsSettings(URI gateway, String secret, String from, int atOnce) {
  @Override
  public String toString() {
    return "SmsSettings[" + gateway + "]";
  }
}
