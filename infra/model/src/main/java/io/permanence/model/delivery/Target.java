package io.permanence.model.delivery;

import java.util.Optional;

/**
 * What the store knows about a delivery at the moment it is to be sent.
 *
 * @param message absent when the note or call is gone
 * @param token the push device's token; absent when the device is gone, or for other channels
 * @param consent whether the push device's consent holds; true for other channels
 * @param retired whether the provider refused the device for good
 */
public record Target(
    Optional<Message> message, Optional<String> token, boolean consent, boolean retired) {}
