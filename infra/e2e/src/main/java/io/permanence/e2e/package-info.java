/**
 * The journey of a call with every part real: SIPp is the carrier and the customer's telephone,
 * headless Chromium the secretary and the customer's app; Asterisk, PostgreSQL, SMTP and the
 * service are themselves. One system a test run, in a folder and on ports of its own.
 */
@NullMarked
package io.permanence.e2e;

import org.jspecify.annotations.NullMarked;
