/**
 * {@code kakou models}: training and evaluating models of our own.
 *
 * <p>Door: {@link io.kakou.app.cli.models.ModelsCommand}.
 *
 * <p>In: folders of labelled pictures. Out: a head with its card, and figures.
 *
 * <p>Do not touch: what is evaluated is what runs, with the rule's own threshold.
 */
@NullMarked
package io.kakou.app.cli.models;

import org.jspecify.annotations.NullMarked;
