/**
 * People's own films, made cameras.
 *
 * <p>Door: {@link io.kakou.app.trial.FilmIntake}.
 *
 * <p>In: a film as it came from a browser. Out: a file in the folder that the demonstration's cameras are served from.
 *
 * <p>Do not touch: a file appears under its name when it is whole; nothing of a refused film is kept.
 */
@NullMarked
package io.kakou.app.trial;

import org.jspecify.annotations.NullMarked;
