package io.permanence.callrouter.console.telephone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How telephones reach Asterisk.
 *
 * @param file the file of telephones that Asterisk reads
 * @param webSocketHost where Asterisk's own WebSocket listens; the console forwards to it
 * @param deskPhoneHost what is typed into a desk phone
 * @param shift how long a browser's credentials live
 */
public record TelephoneSettings(
    Path file,
    String webSocketHost,
    int webSocketPort,
    String deskPhoneHost,
    int deskPhonePort,
    Duration shift,
    Optional<String> iceServer) {}
