package io.kakou.events.search;

/**
 * Somebody who may be the child at the next camera of its way. All are natural logarithms, 0 where nothing speaks either way.
 *
 * @param likeness by what was seen
 * @param walk by the time and the way between the cameras, and by how many pass there
 * @param way between them
 * @param seconds that lay between
 */
public record Candidate(Sight sight, double likeness, double walk, Way way, double seconds) {
    public double score() {
        return likeness + walk;
    }
}
