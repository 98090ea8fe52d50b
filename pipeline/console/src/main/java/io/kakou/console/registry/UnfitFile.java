package io.kakou.console.registry;

import java.util.List;

/** A file that cannot be taken. The message holds one line a problem. */
public final class UnfitFile extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    UnfitFile(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the file's order. */
    public List<String> problems() {
        return problems;
    }
}
