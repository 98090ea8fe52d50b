package io.kakou.benchmarks.interop;

import java.io.IOException;

/** A film on a server of others, in a process of its own until closed. */
interface ServedFilm extends AutoCloseable {
    /** Where it is played. */
    String url() throws IOException, InterruptedException;

    @Override
    void close();
}
