/**
 * The models that people have cameras looked at with, in place of those that their workers started with.
 *
 * <p>Door: {@link io.kakou.console.models.ModelUses}.
 *
 * <p>In: a model, cameras, a reason, perhaps an end. Out: what is in use now; the same on the registry, in the same transaction.
 *
 * <p>Do not touch: whether a model runs is a worker's to say, not to be guessed here.
 */
@NullMarked
package io.kakou.console.models;

import org.jspecify.annotations.NullMarked;
