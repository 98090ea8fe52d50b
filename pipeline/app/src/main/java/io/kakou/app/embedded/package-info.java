/**
 * The services that a cluster would bring, in or under this process: the log, the object store, the machine the jobs
 * run on, the database.
 *
 * <p>Door: {@link io.kakou.app.embedded.EmbeddedKafka}, {@link io.kakou.app.embedded.EmbeddedS3}, {@link
 * io.kakou.app.embedded.EmbeddedFlink} and {@link io.kakou.app.embedded.EmbeddedPostgres}.
 *
 * <p>In: a folder each. Out: an address on 127.0.0.1; a running job.
 *
 * <p>A power cut keeps every object, row and record on the log that was acknowledged: each is on the disk first. Cameras'
 * health may lose its newest words, which are said again. Checkpoints are not forced: a torn one is set aside for an older
 * one, or for the topics, from which everything follows again by the same ids.
 *
 * <p>Do not touch: nothing outside the given folder is written, and nothing listens but on 127.0.0.1.
 */
@NullMarked
package io.kakou.app.embedded;

import org.jspecify.annotations.NullMarked;
