/**
 * The records' wire form: JSON, and the only room of the contract that knows a library.
 *
 * <p>Door: {@link io.kakou.events.json.Json}.
 *
 * <p>In: records or bytes. Out: bytes or records; bytes that are no record become {@link
 * io.kakou.events.json.UnreadableRecord}.
 *
 * <p>Do not touch: unknown fields are ignored and unknown enum constants read as {@code UNKNOWN}, for ever.
 */
@NullMarked
package io.kakou.events.json;

import org.jspecify.annotations.NullMarked;
