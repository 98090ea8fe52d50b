package io.kakou.app.process;

import java.nio.file.Path;
import java.util.List;

/**
 * A child to be kept running.
 *
 * @param name what people call it
 * @param command its command line, short
 * @param pidFile holds its process id while it runs
 * @param log takes its standard error, appended
 */
public record ChildPlan(String name, List<String> command, Path pidFile, Path log) {
    /** What a child prints on its standard output, before the rest of the line, once it does its work. */
    public static final String READY = "ready";

    public ChildPlan {
        command = List.copyOf(command);
    }
}
