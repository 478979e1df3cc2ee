package io.permanence.model.delivery;

import io.permanence.model.Urgency;
import io.permanence.model.id.AccountId;
import java.util.Optional;

/**
 * What one person chose for one channel and urgency (C1).
 *
 * @param enabled for notes, voicemails and lost calls
 * @param address e-mail address or number in E.164; absent for push and when none was given
 * @param incomingCalls also while a call rings; only ever with ordinary push
 */
public record Preference(
    AccountId account,
    Channel channel,
    Urgency urgency,
    boolean enabled,
    Optional<String> address,
    Optional<QuietHours> quiet,
    boolean incomingCalls) {}
