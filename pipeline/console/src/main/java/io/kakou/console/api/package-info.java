/**
 * The console's HTTP routes, who may take them, and the page.
 *
 * <p>Door: {@link io.kakou.console.api.Api}.
 *
 * <p>In: requests. Out: JSON, media, events; a refusal is one line.
 *
 * <p>Do not touch: which role takes which route stands in {@link io.kakou.console.api.Endpoint} alone.
 */
@NullMarked
package io.kakou.console.api;

import org.jspecify.annotations.NullMarked;
