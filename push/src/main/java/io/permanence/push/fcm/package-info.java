/**
 * Firebase Cloud Messaging, HTTP v1, through Google's Admin SDK: the only place that sees it. The
 * SDK blocks, so it runs on virtual threads, bounded; its address is built in, so another endpoint
 * is reached by rewriting addresses in the transport.
 */
@NullMarked
package io.permanence.push.fcm;

import org.jspecify.annotations.NullMarked;
