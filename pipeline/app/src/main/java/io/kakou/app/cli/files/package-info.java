/**
 * Files that a command takes over into a running system, and what it prints of them.
 *
 * <p>Doors: {@link io.kakou.app.cli.files.FilesToSend}, {@link io.kakou.app.cli.files.ReplacementReport}.
 *
 * <p>In: paths of a command line, and what the console answers to each. Out: lines for people, and an exit code.
 *
 * <p>Do not touch: all files are read before the first is sent, so that a name that is wrong leaves nothing half done.
 */
@NullMarked
package io.kakou.app.cli.files;

import org.jspecify.annotations.NullMarked;
