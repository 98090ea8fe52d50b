/**
 * The console's HTTP routes and the page.
 *
 * <p>Door: {@link io.kakou.console.api.Api}.
 *
 * <p>In: requests. Out: JSON, media, events; a refusal is one line.
 *
 * <p>Do not touch: a handler is reached through {@link io.kakou.console.call.Guard} alone.
 */
@NullMarked
package io.kakou.console.api;

import org.jspecify.annotations.NullMarked;
