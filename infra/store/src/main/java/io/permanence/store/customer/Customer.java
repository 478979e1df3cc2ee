package io.permanence.store.customer;

import io.permanence.model.id.CustomerId;
import java.time.ZoneId;

/**
 * A customer of the company.
 *
 * @param zone windows and quiet hours are read in it
 * @param language {@code fr} or {@code en}
 */
public record Customer(CustomerId id, String name, ZoneId zone, String language) {}
