/**
 * The contract: the records on the log, one file each, of JDK types only.
 *
 * <p>Door: the records themselves; {@link io.kakou.events.json.Json} reads and writes them.
 *
 * <p>In: what analysis, people and the registry know. Out: the topics named in {@link io.kakou.events.Topic}.
 *
 * <p>Do not touch: fields are only added, with defaults; never renamed, never reused. Golden files hold every release.
 */
@NullMarked
package io.kakou.events;

import org.jspecify.annotations.NullMarked;
