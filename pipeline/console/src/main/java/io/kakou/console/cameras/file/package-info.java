/**
 * A street's cameras out of one file: checked line by line, taken over as a whole or not at all.
 *
 * <p>Door: {@link io.kakou.console.cameras.file.CameraImport}.
 *
 * <p>In: CSV or XLSX, and the coordinate system that somebody named. Out: cameras in the database, an
 * {@link io.kakou.console.cameras.file.ImportReport}.
 *
 * <p>Do not touch: nothing is half-imported; neither addresses nor logins are in a report.
 */
@NullMarked
package io.kakou.console.cameras.file;

import org.jspecify.annotations.NullMarked;
