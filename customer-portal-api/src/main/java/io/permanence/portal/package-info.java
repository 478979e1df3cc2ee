/**
 * HTTP for customers: the app and everything it shows and changes. {@link
 * io.permanence.portal.PortalMain} runs it alone, {@link io.permanence.portal.PortalVerticle}
 * starts and stops it, {@link io.permanence.portal.PortalSettings} says what it needs.
 */
@NullMarked
package io.permanence.portal;

import org.jspecify.annotations.NullMarked;
