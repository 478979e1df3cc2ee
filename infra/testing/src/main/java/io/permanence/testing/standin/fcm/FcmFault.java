package io.permanence.testing.standin.fcm;

import io.permanence.testing.standin.google.GoogleError;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What can go wrong at FCM, by its own error codes, and on the way to it. */
public enum FcmFault {
  INVALID_ARGUMENT(400, "INVALID_ARGUMENT", "Request contains an invalid argument."),
  THIRD_PARTY_AUTH_ERROR(401, "UNAUTHENTICATED", "Auth error from APNS or Web Push Service"),
  SENDER_ID_MISMATCH(403, "PERMISSION_DENIED", "SenderId mismatch"),
  UNREGISTERED(404, "NOT_FOUND", "Requested entity was not found."),
  QUOTA_EXCEEDED(429, "RESOURCE_EXHAUSTED", "Quota exceeded for this device."),
  INTERNAL(500, "INTERNAL", "Internal error encountered."),
  UNAVAILABLE(503, "UNAVAILABLE", "The service is currently unavailable."),
  /** Takes the message and cuts the line before answering: the sender cannot know. */
  CUT_AFTER_ACCEPTING(0, "", ""),
  /** Never answers, nor takes the message. */
  SILENCE(0, "", "");

  private static final String TYPE = "type.googleapis.com/google.firebase.fcm.v1.FcmError";

  private final int code;
  private final String status;
  private final String message;

  FcmFault(int code, String status, String message) {
    this.code = code;
    this.status = status;
    this.message = message;
  }

  GoogleError error() {
    return new GoogleError(code, status, message, List.of(detail(name())));
  }

  /** A message that FCM's schema allows but FCM does not. */
  static GoogleError refused(String message) {
    return GoogleError.invalidArgument(message, detail(INVALID_ARGUMENT.name()));
  }

  private static JsonObject detail(String errorCode) {
    return new JsonObject().put("@type", TYPE).put("errorCode", errorCode);
  }
}
