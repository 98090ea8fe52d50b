/**
 * The clip that a stranger sees first: a lift's camera, someone who rides, and a cyclist who should not.
 *
 * <p>Door: {@link io.kakou.app.demo.DemoClip}.
 *
 * <p>In: a cache folder, and npm for the figures' art. Out: an H.264 MP4.
 *
 * <p>Do not touch: the art is never kept, in the cache neither; whoever changes what is drawn raises the clip's recipe.
 */
@NullMarked
package io.kakou.app.demo;

import org.jspecify.annotations.NullMarked;
