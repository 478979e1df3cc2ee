package io.permanence.e2e;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Clock;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** The six digits a person reads off their second factor. */
public final class OneTimeCode {
  private OneTimeCode() {}

  public static String now(String base32Secret) {
    try {
      TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
      SecretKeySpec key = new SecretKeySpec(new Base32().decode(base32Secret), "RAW");
      return generator.generateOneTimePasswordString(key, Clock.systemUTC().instant());
    } catch (InvalidKeyException e) {
      throw new AssertionError(e);
    }
  }
}
