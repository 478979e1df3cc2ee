/**
 * Who somebody is: accounts, passwords, one-time codes, sessions, for both HTTP modules. {@link
 * io.permanence.identity.Identity} is the way in; {@link io.permanence.identity.SessionHandler}
 * puts a {@link io.permanence.identity.Principal} on a request. What somebody may do is each
 * module's own table. Rules on passwords and codes are pure functions; hashing runs away from the
 * event loops.
 */
@NullMarked
package io.permanence.identity;

import org.jspecify.annotations.NullMarked;
