package io.kakou.console.geojson;

import java.util.List;

/** A file of areas or roads that cannot be taken. The message holds one line a problem. */
public final class InvalidFile extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InvalidFile(String file, List<String> problems) {
        super(String.join(
                "\n", problems.stream().map(problem -> file + ": " + problem).toList()));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the file's order, without the file's name. */
    public List<String> problems() {
        return problems;
    }
}
