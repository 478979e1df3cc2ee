/** Tests of the codes that prove numbers. */
@org.jspecify.annotations.NullMarked
package io.permanence.portal.device;
