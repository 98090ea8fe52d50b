package io.kakou.benchmarks.fuzz;

import java.util.List;

/** Something that reads what a camera sends. */
interface Target extends AutoCloseable {
    /** What it is given when all is well. */
    List<byte[]> real();

    /**
     * Gives it an input; what it read before may still be in its state.
     *
     * @throws RuntimeException where it does what its Javadoc does not allow
     */
    void read(byte[] input);

    /** Throws where something of what it was given is still held. */
    @Override
    void close();
}
