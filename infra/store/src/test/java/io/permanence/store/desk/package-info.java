/** Notes, tasks, cards and figures against a real PostgreSQL. */
@NullMarked
package io.permanence.store.desk;

import org.jspecify.annotations.NullMarked;
