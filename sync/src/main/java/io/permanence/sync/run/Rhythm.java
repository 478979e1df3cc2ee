package io.permanence.sync.run;

import java.time.Duration;

/**
 * How often links are synchronised when nobody asks, and how many at the same time.
 *
 * @param contacts how often the contacts are
 * @param calendar how often the busy times of the calendar are
 * @param atOnce links at the same time
 */
public record Rhythm(Duration contacts, Duration calendar, int atOnce) {}
