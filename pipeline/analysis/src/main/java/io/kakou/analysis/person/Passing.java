package io.kakou.analysis.person;

import io.kakou.analysis.clothing.Garments.Worn;
import io.kakou.analysis.clothing.Tally;
import io.kakou.analysis.walk.Walker;
import io.kakou.events.PersonSighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who is passing.
 *
 * @param walker as it was last seen
 * @param first when it was first seen, our time
 * @param last when it was last seen, our time
 * @param looks that saw it
 * @param told looks when it was told of last; 0: never
 */
public record Passing(
        Walker walker,
        Instant first,
        Instant last,
        int looks,
        int told,
        Tally above,
        Tally below,
        List<PersonSighting.Step> path,
        int companions,
        boolean withAdult) {
    public Passing {
        path = List.copyOf(path);
    }

    static Passing begin(Walker walker, Instant at) {
        return new Passing(walker, at, at, 0, 0, Tally.NONE, Tally.NONE, List.of(), 0, false);
    }

    Passing seen(Walker now, Instant at, Worn worn, Company company) {
        return new Passing(
                now,
                first,
                at,
                looks + 1,
                told,
                above.and(worn.above()),
                below.and(worn.below()),
                longer(now, at),
                Math.max(companions, company.people()),
                withAdult || company.adult());
    }

    Passing asTold() {
        return new Passing(walker, first, last, looks, looks, above, below, path, companions, withAdult);
    }

    /** @param adult whether one of them is surely no child */
    record Company(int people, boolean adult) {}

    /** Where it is full every second place goes: the whole way, less finely. */
    private List<PersonSighting.Step> longer(Walker now, Instant at) {
        List<PersonSighting.Step> longer = new ArrayList<>(path);
        if (longer.size() == PersonSighting.MOST_PLACES) {
            for (int i = longer.size() - 1; i > 0; i -= 2) {
                longer.remove(i);
            }
        }
        longer.add(new PersonSighting.Step(
                rounded(now.box().centreX()), rounded(now.box().bottom()), at));
        return longer;
    }

    static double rounded(double share) {
        return Math.round(share * 1e4) / 1e4;
    }
}
