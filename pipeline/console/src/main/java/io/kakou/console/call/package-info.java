/**
 * A request and its answer: what it asks for, who makes it, whether they may, what is said back.
 *
 * <p>Door: {@link io.kakou.console.call.Guard}.
 *
 * <p>In: requests. Out: calls with their callers, or a refusal; replies.
 *
 * <p>Do not touch: which role takes which route stands in {@link io.kakou.console.call.Endpoint} alone.
 */
@NullMarked
package io.kakou.console.call;

import org.jspecify.annotations.NullMarked;
