/**
 * Short messages. {@link io.permanence.push.sms.Gateway} is what a provider must offer; the HTTP
 * driver is the reference.
 */
@NullMarked
package io.permanence.push.sms;

import org.jspecify.annotations.NullMarked;
