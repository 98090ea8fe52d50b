/**
 * Stored footage looked at again for somebody who is searched for.
 *
 * <p>Door: {@link io.kakou.analysis.past.PastLook}, {@link io.kakou.analysis.past.PastPicture}.
 *
 * <p>In: what is kept of a camera. Out: who passed, how much of the span could be looked at, pictures.
 *
 * <p>Do not touch: what is not kept, or shows nothing, is said so: unknown is not absent.
 */
@NullMarked
package io.kakou.analysis.past;

import org.jspecify.annotations.NullMarked;
