/**
 * The machine that the jobs run on, in this process.
 *
 * <p>Door: {@link io.kakou.app.embedded.flink.EmbeddedFlink}.
 *
 * <p>In: a folder and jobs. Out: jobs that run, from the newest checkpoint they left.
 *
 * <p>Do not touch: checkpoints are not forced to the disk: a torn one is set aside for an older one, or for the topics, from
 * which everything follows again by the same ids.
 */
@NullMarked
package io.kakou.app.embedded.flink;

import org.jspecify.annotations.NullMarked;
