package io.kakou.analysis.person;

import io.kakou.analysis.walk.WalkMemory;
import java.util.List;

/**
 * Who passes one camera.
 *
 * @param walks its own, where no rule follows people there
 * @param passing those who are there, or were until a moment ago
 */
public record PersonMemory(WalkMemory walks, List<Passing> passing) {
    public static final PersonMemory EMPTY = new PersonMemory(WalkMemory.EMPTY, List.of());

    public PersonMemory {
        passing = List.copyOf(passing);
    }
}
