/** E-mail over SMTP, with Vert.x's mail client; nothing else sees it. */
@NullMarked
package io.permanence.push.email;

import org.jspecify.annotations.NullMarked;
