package io.permanence.runtime.http;

import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** A certificate for localhost that nobody signed, made by the JDK's own tool. */
record SelfSigned(Path chain, Path key) {
  private static final char[] PASSWORD = "only-for-a-test".toCharArray();
  private static final String NAME = "server";

  static SelfSigned in(Path directory, String name) {
    try {
      Path store = directory.resolve(name + ".p12");
      make(store);
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(store)) {
        keys.load(in, PASSWORD);
      }
      Path chain = directory.resolve(name + "-chain.pem");
      Path key = directory.resolve(name + "-key.pem");
      write(chain, "CERTIFICATE", keys.getCertificate(NAME).getEncoded());
      write(key, "PRIVATE KEY", keys.getKey(NAME, PASSWORD).getEncoded());
      return new SelfSigned(chain, key);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void make(Path store) throws IOException {
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process made =
        new ProcessBuilder(
                List.of(
                    tool,
                    "-genkeypair",
                    "-alias",
                    NAME,
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "san=dns:localhost",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    new String(PASSWORD)))
            .inheritIO()
            .start();
    try {
      if (made.waitFor() != 0) {
        throw new IllegalStateException("keytool made no certificate");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void write(Path file, String what, byte[] encoded) throws IOException {
    Files.writeString(
        file,
        "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
            .formatted(what, Base64.getMimeEncoder().encodeToString(encoded)));
  }

  /** Trusts this one only. */
  PemTrustOptions trust() {
    return new PemTrustOptions().addCertPath(chain.toString());
  }
}
