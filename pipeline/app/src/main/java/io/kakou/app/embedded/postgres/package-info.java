/**
 * The database, under this process.
 *
 * <p>Door: {@link io.kakou.app.embedded.postgres.EmbeddedPostgres}.
 *
 * <p>In: a folder. Out: an address on 127.0.0.1.
 *
 * <p>Do not touch: a row that was acknowledged is on the disk, whatever happens to the machine.
 */
@NullMarked
package io.kakou.app.embedded.postgres;

import org.jspecify.annotations.NullMarked;
