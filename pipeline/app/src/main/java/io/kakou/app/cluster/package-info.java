/**
 * The jobs scaled out, on one machine: every part a process of its own, started from the parts' own programs. It is what
 * operations are tried on, and what is killed in tests; a street's own cluster needs none of it.
 *
 * <p>Door: {@link io.kakou.app.cluster.Cluster}.
 *
 * <p>In: a folder. Out: a Kafka broker, PostgreSQL, ZooKeeper, Flink's JobManager and two TaskManagers, and jobs on them.
 *
 * <p>Do not touch: Flink's processes see Flink's own jars and nothing of ours; ours come with the job's jar, as anywhere else.
 */
@NullMarked
package io.kakou.app.cluster;

import org.jspecify.annotations.NullMarked;
