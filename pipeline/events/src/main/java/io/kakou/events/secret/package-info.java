/**
 * What must not be read on the log or in the database: sealed with the key that lies beside the data folder.
 *
 * <p>Door: {@link io.kakou.events.secret.SecretBox}.
 *
 * <p>In: a text and a key. Out: the text sealed, or opened again.
 *
 * <p>Do not touch: what was sealed by any release is opened by every later one.
 */
@NullMarked
package io.kakou.events.secret;

import org.jspecify.annotations.NullMarked;
