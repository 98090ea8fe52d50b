/**
 * Who may come in: named people, their role, their areas, their sessions.
 *
 * <p>Door: {@link io.kakou.console.accounts.Accounts} and {@link io.kakou.console.accounts.Sessions}.
 *
 * <p>In: names and passwords. Out: accounts; hashes stay inside.
 *
 * <p>Do not touch: no password, no token is ever stored, shown or logged.
 */
@NullMarked
package io.kakou.console.accounts;

import org.jspecify.annotations.NullMarked;
