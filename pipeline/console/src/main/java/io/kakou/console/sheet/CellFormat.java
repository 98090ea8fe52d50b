package io.kakou.console.sheet;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Number formats of a workbook: a date is a number there, and only its format says that it is one (ECMA-376, 18.8.30). */
final class CellFormat {
    /** Literal words, escaped signs, colours and locales say nothing of it; {@code [h]} counts hours and is no time of day. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]");

    /** {@code m} alone may be a month as well as a minute, and either is a part of a time. */
    private static final Pattern PART = Pattern.compile("[ymdhs年月日时分秒]", Pattern.CASE_INSENSITIVE);

    private CellFormat() {}

    /**
     * Whether numbers of this format are days and times.
     *
     * @param id of the format; those below 164 are built in, 27 to 36 and 50 to 58 are dates in Chinese programs
     * @param format its text, where the workbook has one
     */
    static boolean isDate(@Nullable Integer id, @Nullable String format) {
        if (id != null && (in(id, 14, 22) || in(id, 27, 36) || in(id, 45, 47) || in(id, 50, 58))) {
            return true;
        }
        return format != null
                && PART.matcher(LITERAL.matcher(format).replaceAll("")).find();
    }

    private static boolean in(int id, int first, int last) {
        return id >= first && id <= last;
    }
}
