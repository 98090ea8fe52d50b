package io.kakou.benchmarks.endure;

/**
 * Pictures of some cameras of a group, one by one, read back from the store and known again by their slices.
 *
 * @param cameras that were counted
 * @param whole pictures that left the cameras whole, with all that they need
 * @param stored in the objects
 * @param missing between the first and the last that are stored
 * @param spoiled of those stored, that are no picture of the film
 */
public record Counted(int cameras, long whole, long stored, long missing, long spoiled) {
    static final Counted NONE = new Counted(0, 0, 0, 0, 0);

    Counted plus(Counted other) {
        return new Counted(
                cameras + other.cameras,
                whole + other.whole,
                stored + other.stored,
                missing + other.missing,
                spoiled + other.spoiled);
    }
}
