package io.permanence.callrouter.console.session;

import io.permanence.identity.SignIn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * 401: the password is right, but the account needs a second factor and has none yet (D1).
 *
 * @param secret base 32, to be typed into an authenticator
 * @param address the same as authenticators read it from a link or a picture
 * @param enrolment to be sent back with the first code
 */
record EnrolmentProblem(
    String type, String title, int status, String secret, String address, String enrolment) {
  private static final String ISSUER = "Permanence";

  static EnrolmentProblem of(SignIn.EnrolmentRequired offer, String user) {
    String name = URLEncoder.encode(user, StandardCharsets.UTF_8).replace("+", "%20");
    return new EnrolmentProblem(
        "second-factor-enrolment",
        "Set up an authenticator with the secret; send the enrolment back with its code.",
        401,
        offer.secret(),
        "otpauth://totp/" + ISSUER + ":" + name + "?secret=" + offer.secret() + "&issuer=" + ISSUER,
        offer.enrolment());
  }
}
