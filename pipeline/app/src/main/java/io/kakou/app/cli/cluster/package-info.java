/**
 * {@code kakou cluster}: the jobs on a standalone Flink of this machine.
 *
 * <p>Door: {@link io.kakou.app.cli.cluster.ClusterCommand}.
 *
 * <p>In: a folder. Out: what was done, in words.
 *
 * <p>Do not touch: a command returns and leaves the processes running.
 */
@NullMarked
package io.kakou.app.cli.cluster;

import org.jspecify.annotations.NullMarked;
