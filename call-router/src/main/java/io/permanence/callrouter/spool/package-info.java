/**
 * What Asterisk left behind while it recorded a voicemail or decided alone: a recording and a small
 * file beside it. Imported whenever the router is there, each exactly once, however often.
 */
@NullMarked
package io.permanence.callrouter.spool;

import org.jspecify.annotations.NullMarked;
