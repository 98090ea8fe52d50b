package io.kakou.console.cameras.file;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What was found in a file, and what became of it.
 *
 * @param form how the file was written: {@code CSV, GBK}
 * @param lines with a camera each, good or not
 * @param kept cameras that are there already and stay as they are
 * @param ready cameras that can be taken over
 * @param imported cameras that were
 * @param refused findings for which nothing is imported
 * @param warned findings worth a look
 * @param findings the first of them
 */
public record ImportReport(
        String form,
        String coordinates,
        int lines,
        int kept,
        int ready,
        int imported,
        int refused,
        int warned,
        List<Finding> findings) {
    public ImportReport {
        findings = List.copyOf(findings);
    }

    ImportReport withImported(int cameras) {
        return new ImportReport(form, coordinates, lines, kept, ready, cameras, refused, warned, findings);
    }

    /**
     * Something found in the file.
     *
     * @param line as the person's program counts it; 0 for the file as a whole
     * @param value what stood there, shortened; empty where it may be secret
     * @param refuses whether nothing is imported because of it
     * @param text in one line, in English
     */
    public record Finding(int line, Fault fault, String value, boolean refuses, String text) {
        private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");
        private static final int MOST_SHOWN = 80;

        static Finding of(int line, Fault fault, String value) {
            String plain = CONTROL.matcher(value).replaceAll(" ");
            String shown = plain.length() <= MOST_SHOWN ? plain : plain.substring(0, MOST_SHOWN) + "…";
            return new Finding(line, fault, shown, fault.refuses(), fault.text(shown));
        }
    }
}
