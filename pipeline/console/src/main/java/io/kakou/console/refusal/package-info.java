/**
 * What a caller is told who is not served, in one line.
 *
 * <p>Door: {@link io.kakou.console.refusal.Refusal}.
 *
 * <p>In: a reason. Out: a status of HTTP and the line.
 *
 * <p>Do not touch: another area's thing and no thing are told apart by nobody.
 */
@NullMarked
package io.kakou.console.refusal;

import org.jspecify.annotations.NullMarked;
