package io.kakou.console.cameras.file;

import io.kakou.console.cameras.file.ImportReport.Finding;
import java.util.ArrayList;
import java.util.List;

/** What was found so far; beyond a bound it is only counted. */
final class Findings {
    private static final int MOST_TOLD = 1_000;

    private final List<Finding> told = new ArrayList<>();
    private int refused;
    private int warned;

    void add(int line, Fault fault, String value) {
        if (fault.refuses()) {
            refused++;
        } else {
            warned++;
        }
        if (told.size() < MOST_TOLD) {
            told.add(Finding.of(line, fault, value));
        }
    }

    /** Of the file as a whole, where there is any. */
    void addCount(Fault fault, int count) {
        if (count > 0) {
            add(0, fault, String.valueOf(count));
        }
    }

    List<Finding> told() {
        return told;
    }

    int refused() {
        return refused;
    }

    int warned() {
        return warned;
    }
}
