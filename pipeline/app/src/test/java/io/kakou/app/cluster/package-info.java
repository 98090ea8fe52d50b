/**
 * The jobs on a real standalone Flink, as a street runs them.
 *
 * <p>Door: {@link io.kakou.app.cluster.ClusterTest}.
 *
 * <p>In: nothing. Out: whether nothing is lost or told twice by a savepoint, an upgrade or a rescale.
 *
 * <p>Do not touch: every part is a process of its own, from its own program; nothing here runs in the test's.
 */
@NullMarked
package io.kakou.app.cluster;

import org.jspecify.annotations.NullMarked;
