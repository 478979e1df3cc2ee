/** The HTTP foundation of both servers: problems, security headers, limits, static sites. */
@NullMarked
package io.permanence.runtime.http;

import org.jspecify.annotations.NullMarked;
