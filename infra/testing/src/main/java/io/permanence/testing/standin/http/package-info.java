/**
 * What every stand-in does alike over HTTP: it listens on this machine only, reads its port from
 * its caller (0 takes a free one), and reads JSON bodies strictly. Knows no particular provider.
 */
@NullMarked
package io.permanence.testing.standin.http;

import org.jspecify.annotations.NullMarked;
