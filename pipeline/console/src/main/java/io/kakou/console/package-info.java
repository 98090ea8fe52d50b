/**
 * The console: what people in command rooms see and do, over HTTP.
 *
 * <p>Door: {@link io.kakou.console.ConsoleServer}.
 *
 * <p>In: incidents and health from the log, requests from browsers. Out: pages and JSON; cameras, areas and actions to the log.
 *
 * <p>Do not touch: PostgreSQL is the truth; the log hears what was committed, and nothing else.
 */
@NullMarked
package io.kakou.console;

import org.jspecify.annotations.NullMarked;
