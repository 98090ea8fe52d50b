/**
 * A street as its cameras see it, drawn: shops behind a pavement, a cycle lane, a road, and those who pass.
 *
 * <p>Door: {@link io.kakou.app.demo.street.StreetClip}.
 *
 * <p>In: a cache folder and the figures' art. Out: an H.264 MP4 a camera, to be shown in a loop.
 *
 * <p>Do not touch: the stock detector must see those who pass; whoever changes what is drawn raises the recipe.
 */
@NullMarked
package io.kakou.app.demo.street;

import org.jspecify.annotations.NullMarked;
