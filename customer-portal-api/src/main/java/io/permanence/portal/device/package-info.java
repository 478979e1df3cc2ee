/** Devices for push notifications (C1), each under a consent. */
@NullMarked
package io.permanence.portal.device;

import org.jspecify.annotations.NullMarked;
