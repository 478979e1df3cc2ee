/** Devices that receive push notifications; each rests on a consent for push. */
@NullMarked
package io.permanence.store.device;

import org.jspecify.annotations.NullMarked;
