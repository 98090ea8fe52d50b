/**
 * What people's faces say of their age, over the looks at one walker.
 *
 * <p>Door: {@link io.kakou.analysis.face.FaceReader}, {@link io.kakou.analysis.face.FaceVotes}.
 *
 * <p>In: ages, where a face is large enough. Out: child, adult or unknown a person.
 *
 * <p>Do not touch: counts are all that is kept of a face; no picture, no template.
 */
@NullMarked
package io.kakou.analysis.face;

import org.jspecify.annotations.NullMarked;
