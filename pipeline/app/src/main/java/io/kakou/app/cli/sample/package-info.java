/**
 * The sample for learning, for who trains models.
 *
 * <p>Door: {@link io.kakou.app.cli.sample.SamplesCommand}.
 *
 * <p>In: an installation's samples. Out: a list; a folder of pictures with a table.
 *
 * <p>Do not touch: what a model found goes in columns of its own; it is no truth.
 */
@NullMarked
package io.kakou.app.cli.sample;

import org.jspecify.annotations.NullMarked;
