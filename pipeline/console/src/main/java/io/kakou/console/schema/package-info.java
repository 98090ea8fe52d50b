/**
 * The one database: its tables, its connections, its transactions.
 *
 * <p>Door: {@link io.kakou.console.schema.Database}.
 *
 * <p>In: statements. Out: rows; a library's failure becomes {@link io.kakou.console.schema.DatabaseFailure}.
 *
 * <p>Do not touch: a migration that was released is never changed; the next one follows it.
 */
@NullMarked
package io.kakou.console.schema;

import org.jspecify.annotations.NullMarked;
