/**
 * Which model looks at which camera while all runs: the one that the worker started with, or one that people turned to.
 *
 * <p>Door: {@link io.kakou.app.turn.Turns}.
 *
 * <p>In: models' uses from the registry, the folder of models. Out: a judge for each camera, asked before each look.
 *
 * <p>Do not touch: a model that cannot be opened changes nothing but what the camera's health says.
 */
@NullMarked
package io.kakou.app.turn;

import org.jspecify.annotations.NullMarked;
