/**
 * What is to be told and each delivery of it: {@code outbox}, {@code delivery}, {@code
 * retired_address}. Anyone appends to the outbox in the transaction of what happened; only push
 * claims and closes. Claims reach across customers through the listed functions; everything else
 * sees one customer.
 */
@NullMarked
package io.permanence.store.delivery;

import org.jspecify.annotations.NullMarked;
