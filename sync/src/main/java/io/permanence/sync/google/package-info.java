/**
 * Google: the exchange of codes, tokens and their end, the pages of contacts, and when a calendar
 * is busy. The only place that sees Google's libraries. They block, so they run on virtual threads,
 * bounded. What Google answers comes back as values; access tokens live in memory only, and nothing
 * of either is logged.
 */
@NullMarked
package io.permanence.sync.google;

import org.jspecify.annotations.NullMarked;
