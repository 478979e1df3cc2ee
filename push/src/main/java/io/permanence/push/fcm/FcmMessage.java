package io.permanence.push.fcm;

import com.google.firebase.messaging.AndroidConfig;
import com.google.firebase.messaging.AndroidNotification;
import com.google.firebase.messaging.ApnsConfig;
import com.google.firebase.messaging.Aps;
import com.google.firebase.messaging.Message;
import com.google.firebase.messaging.Notification;
import com.google.firebase.messaging.WebpushConfig;
import com.google.firebase.messaging.WebpushFcmOptions;
import com.google.firebase.messaging.WebpushNotification;
import io.permanence.push.plan.PushText;
import java.net.URI;
import java.util.Optional;

/**
 * A push in FCM's words. The same tag on every platform replaces what is shown already; Android's
 * collapse key is not used for it, because FCM keeps only four of them a device.
 */
final class FcmMessage {
  private FcmMessage() {}

  @SuppressWarnings("deprecation") // registration tokens are what browsers are given
  static Message of(String token, PushText text, Optional<URI> appLink) {
    return Message.builder()
        .setToken(token)
        .putAllData(text.data())
        .setNotification(Notification.builder().setTitle(text.title()).setBody(text.body()).build())
        .setWebpushConfig(web(text, appLink))
        .setAndroidConfig(android(text))
        .setApnsConfig(apple(text))
        .build();
  }

  private static WebpushConfig web(PushText text, Optional<URI> appLink) {
    WebpushConfig.Builder web =
        WebpushConfig.builder()
            .putHeader("TTL", Long.toString(text.timeToLive().toSeconds()))
            .putHeader("Urgency", text.urgent() ? "high" : "normal")
            .putHeader("Topic", text.tag().replace("-", ""))
            .setNotification(
                WebpushNotification.builder()
                    .setTitle(text.title())
                    .setBody(text.body())
                    .setTag(text.tag())
                    .build());
    appLink.ifPresent(link -> web.setFcmOptions(WebpushFcmOptions.withLink(link.toString())));
    return web.build();
  }

  private static AndroidConfig android(PushText text) {
    return AndroidConfig.builder()
        .setTtl(text.timeToLive().toMillis())
        .setPriority(text.urgent() ? AndroidConfig.Priority.HIGH : AndroidConfig.Priority.NORMAL)
        .setNotification(AndroidNotification.builder().setTag(text.tag()).build())
        .build();
  }

  private static ApnsConfig apple(PushText text) {
    return ApnsConfig.builder()
        .putHeader("apns-collapse-id", text.tag())
        .putHeader("apns-priority", text.urgent() ? "10" : "5")
        .setAps(Aps.builder().setThreadId(text.tag()).build())
        .build();
  }
}
