/**
 * What every subject of the portal stands on: the contract's operations, who may do which of them,
 * requests read as values, answers with their version.
 */
@NullMarked
package io.permanence.portal.http;

import org.jspecify.annotations.NullMarked;
