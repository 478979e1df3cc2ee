/** The sign-in's stand-in, tried with Google's own OAuth client. */
@NullMarked
package io.permanence.testing.standin.google.oauth;

import org.jspecify.annotations.NullMarked;
