package io.permanence.sync.plan;

import java.util.List;

/**
 * A contact as Google sent it; nothing in it is trusted.
 *
 * @param deleted only the resource name means anything then
 * @param name empty when it has none
 * @param company empty when it has none
 * @param numbers as they were typed
 */
public record RemoteContact(
    String resourceName,
    String etag,
    boolean deleted,
    String name,
    String company,
    List<String> numbers) {
  /** A contact that is gone. */
  public static RemoteContact gone(String resourceName) {
    return new RemoteContact(resourceName, "", true, "", "", List.of());
  }

  @Override
  public String toString() {
    return "RemoteContact[" + resourceName + "]";
  }
}
