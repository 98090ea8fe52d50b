/**
 * Tables as people keep them, CSV and XLSX, as lines of text.
 *
 * <p>Door: {@link io.kakou.console.sheet.SheetReader}.
 *
 * <p>In: a file's bytes. Out: a {@link io.kakou.console.sheet.Sheet}, or why it is none in one line.
 *
 * <p>Do not touch: every length is bounded before it is believed; a number that a spreadsheet has rounded stays visibly so.
 */
@NullMarked
package io.kakou.console.sheet;

import org.jspecify.annotations.NullMarked;
