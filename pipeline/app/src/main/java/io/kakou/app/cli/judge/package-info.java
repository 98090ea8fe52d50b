/**
 * The line over files: what is judged, and how it is told.
 *
 * <p>Door: {@link io.kakou.app.cli.judge.JudgeCommand}.
 *
 * <p>In: videos and pictures. Out: a line for each alert, as words or JSON; pictures and a log of looks where asked for.
 *
 * <p>Do not touch: standard output carries results alone, the same bytes for the same files.
 */
@NullMarked
package io.kakou.app.cli.judge;

import org.jspecify.annotations.NullMarked;
