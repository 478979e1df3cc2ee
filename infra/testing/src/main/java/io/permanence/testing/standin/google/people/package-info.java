/**
 * Google's People API (contacts), played on this machine.
 *
 * <p>Wants a bearer token that the OAuth server vouches for, with scope {@code contacts} or, for
 * reading, {@code contacts.readonly}. Errors have Google's form.
 *
 * <ul>
 *   <li>{@code GET /v1/people/me/connections}: {@code personFields} is required and checked, {@code
 *       pageSize} 1 to 1,000 (100), {@code sortOrder}, {@code sources}; unknown parameters are
 *       refused. With {@code requestSyncToken=true} the last page has {@code nextSyncToken}; with
 *       {@code syncToken} only what changed since, the deleted as {@code metadata.deleted}. Page
 *       and sync tokens want all other parameters as in the call that gave them. A sync token
 *       expires seven days after its full sync: 400 with the reason {@code EXPIRED_SYNC_TOKEN}. The
 *       first page of a full sync has a quota of its own: 429.
 *   <li>{@code GET /v1/people/{id}}, {@code POST /v1/people:createContact}, {@code PATCH
 *       /v1/people/{id}:updateContact} (also as POST with {@code X-HTTP-Method-Override}): the mask
 *       {@code updatePersonFields} replaces whole fields; {@code metadata.sources} must carry the
 *       contact's current etag, otherwise 400 {@code failedPrecondition}; at most one name,
 *       birthday, biography and gender. {@code DELETE /v1/people/{id}:deleteContact}.
 * </ul>
 *
 * <p>Control:
 *
 * <ul>
 *   <li>{@code GET /control/people/{account}/contacts} → {@code {"contacts": […]}}
 *   <li>{@code GET /control/requests} → {@code {"requests": 12}}: how many API requests came,
 *       answered or not
 *   <li>{@code PUT /control/people/{account}/contacts/{id}} with a Person → 204; {@code DELETE} of
 *       the same → 204
 *   <li>{@code POST /control/people/{account}/expire-sync-tokens} → 204
 *   <li>{@code PUT /control/first-page-quota} with {@code {"perMinute": 2}} → 204
 *   <li>{@code PUT /control/faults/{account}} with {@code {"fault": "UNAVAILABLE", "times": 1}} →
 *       204; {@code *} is every account; the faults are those of {@link
 *       io.permanence.testing.standin.google.people.PeopleFault}. {@code DELETE /control/faults}
 *       ends all.
 * </ul>
 *
 * <p>Not played: batches, groups, search, the minutes until a write shows in a sync.
 */
@NullMarked
package io.permanence.testing.standin.google.people;

import org.jspecify.annotations.NullMarked;
