/**
 * How old a face looks, where one is large enough to say so.
 *
 * <p>Door: {@link io.kakou.models.face.FaceAge}.
 *
 * <p>In: a picture and where a person is in it. Out: an {@link io.kakou.models.face.Age}, or nothing.
 *
 * <p>Do not touch: an age and how sure it is, nothing else of a face leaves this room; no template is ever made.
 */
@NullMarked
package io.kakou.models.face;

import org.jspecify.annotations.NullMarked;
