/** Notes: read, bin, gone (D3); feedback (D4); what became of their deliveries (C2). */
@NullMarked
package io.permanence.portal.note;

import org.jspecify.annotations.NullMarked;
