/**
 * How a command ends: by itself, at Ctrl-C, or with one line that says why not.
 *
 * <p>Door: {@link io.kakou.app.cli.end.Stopper}.
 *
 * <p>In: signals and failures. Out: a return, in whose course all is closed; an exit code.
 *
 * <p>Do not touch: a stopper is opened first, so that it closes last.
 */
@NullMarked
package io.kakou.app.cli.end;

import org.jspecify.annotations.NullMarked;
