/**
 * Google's Calendar API, as far as it tells when somebody is busy, played on this machine.
 *
 * <p>{@code POST /calendar/v3/freeBusy} wants a bearer token that the OAuth server vouches for (401
 * {@code authError}), with one of the scopes {@code calendar.freebusy}, {@code
 * calendar.events.freebusy}, {@code calendar.readonly} and {@code calendar} (403 {@code
 * insufficientPermissions}). The body follows Google's discovery document; {@code timeMin} and
 * {@code timeMax} are required, in this order (400 {@code required}, {@code timeRangeEmpty}), at
 * most 92 days apart (400 {@code timeRangeTooLong}); {@code calendarExpansionMax} is at most 50,
 * and so are the items (400 {@code tooManyCalendarsRequested}). The answer tells the busy times of
 * {@code primary} and of the account's own address, joined where they meet and cut off at the
 * question's edges; of every other calendar that it is {@code notFound}. Errors have the form of
 * Google's older services, with {@code errors} and their reasons.
 *
 * <p>Control:
 *
 * <ul>
 *   <li>{@code PUT /control/calendars/{account}/busy} with {@code {"busy": [{"start": …, "end":
 *       …}]}} → 204: these are the account's busy times now, and no others
 *   <li>{@code GET /control/requests} → {@code {"requests": 12}}: how many API requests came,
 *       answered or not
 *   <li>{@code PUT /control/faults/{account}} with {@code {"fault": "UNAVAILABLE", "times": 1}} →
 *       204; {@code *} is every account; the faults are those of {@link
 *       io.permanence.testing.standin.google.calendar.CalendarFault}. {@code DELETE
 *       /control/faults} ends all.
 * </ul>
 *
 * <p>Not played: events, groups, other people's calendars. How many days Google itself allows is
 * not documented; 92 is what this stand-in takes.
 */
@NullMarked
package io.permanence.testing.standin.google.calendar;

import org.jspecify.annotations.NullMarked;
