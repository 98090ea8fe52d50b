package io.kakou.benchmarks.endure;

/**
 * Pictures of some cameras of a group, one by one.
 *
 * @param cameras that were counted
 * @param shown by their films
 * @param whole of these, that left the cameras whole, with all that they need
 * @param stored in the objects in the store
 */
public record Counted(int cameras, long shown, long whole, long stored) {
    static final Counted NONE = new Counted(0, 0, 0, 0);

    Counted plus(Counted other) {
        return new Counted(
                cameras + other.cameras, shown + other.shown, whole + other.whole, stored + other.stored);
    }
}
