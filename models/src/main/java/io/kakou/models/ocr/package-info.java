/**
 * Lines of text in pictures: where they are and what stands in them, by PP-OCR.
 *
 * <p>Doors: {@link io.kakou.models.ocr.TextFinder}, {@link io.kakou.models.ocr.LineReader}.
 *
 * <p>In: a picture, and a strip of it. Out: strips that hold text; for a strip the shares of each sign in each column.
 *
 * <p>Do not touch: nothing here knows what a plate is.
 */
@NullMarked
package io.kakou.models.ocr;

import org.jspecify.annotations.NullMarked;
