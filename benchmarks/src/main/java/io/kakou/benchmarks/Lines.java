package io.kakou.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Figures as lines of JSON, each with the machine it was taken on. */
final class Lines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Lines() {}

    /**
     * Prints a line and appends it to a file.
     *
     * @param figures a record
     */
    static void tell(String bench, Record figures, Machine machine, @Nullable Path file) throws IOException {
        ObjectNode line = JSON.createObjectNode().put("bench", bench);
        line.setAll(JSON.<ObjectNode>valueToTree(figures));
        line.set("machine", JSON.valueToTree(machine));
        System.out.println(line);
        if (file != null) {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
