package io.kakou.benchmarks.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** A reader of text that may throw nothing. */
record TextTarget(List<byte[]> real, Consumer<String> reader) implements Target {
    @Override
    public void read(byte[] input) {
        reader.accept(new String(input, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {}
}
