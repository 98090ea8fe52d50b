package io.kakou.console.trucks;

import java.util.List;

/**
 * What was found in a table, and what became of it.
 *
 * @param form how the file was written: {@code CSV, GBK}
 * @param lines with a record each, good or not
 * @param added records that are new; {@code changed} and {@code same} likewise
 * @param refused lines for which nothing is taken
 * @param taken whether it was
 * @param findings the first of them
 */
public record PaperReport(
        String form, int lines, int added, int changed, int same, int refused, boolean taken, List<Finding> findings) {
    static final int MOST_TOLD = 1_000;

    public PaperReport {
        findings = List.copyOf(findings);
    }

    /**
     * Something found.
     *
     * @param line as the person's program counts it
     * @param refuses whether nothing is taken because of it
     * @param text in one line, in English
     */
    public record Finding(int line, boolean refuses, String text) {}
}
