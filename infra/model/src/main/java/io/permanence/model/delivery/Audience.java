package io.permanence.model.delivery;

import io.permanence.model.Urgency;
import java.time.ZoneId;
import java.util.List;

/**
 * Whom a customer's news may reach, and how.
 *
 * @param zone the customer's, for quiet hours
 * @param urgency of what is told
 * @param preferences of every urgency
 * @param devices those not retired
 */
public record Audience(
    ZoneId zone, Urgency urgency, List<Preference> preferences, List<PushDevice> devices) {}
