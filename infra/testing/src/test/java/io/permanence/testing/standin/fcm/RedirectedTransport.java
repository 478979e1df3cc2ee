package io.permanence.testing.standin.fcm;

import com.google.api.client.http.javanet.NetHttpTransport;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;

/** Sends what the SDK means for FCM's fixed address to the stand-in instead. */
final class RedirectedTransport {
  private RedirectedTransport() {}

  static NetHttpTransport to(String standIn) {
    return new NetHttpTransport.Builder()
        .setConnectionFactory(
            meant -> {
              URL here = URI.create(standIn + meant.getFile()).toURL();
              return (HttpURLConnection) here.openConnection();
            })
        .build();
  }
}
