package io.kakou.events.search;

import io.kakou.events.PersonSighting;
import io.kakou.events.PersonSize;
import io.kakou.events.UnderWay;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A {@link PersonSighting} as far as ranking needs it: half a street's evening fits into memory.
 *
 * @param id of the sighting
 * @param from first seen, our time
 * @param to last seen, our time
 * @param heightShare of an adult's height, 0 where it is not known
 * @param search the case for which stored footage was looked at again, or null where it was seen live
 */
public record Sight(
        String id,
        String camera,
        Instant from,
        Instant to,
        PersonSize size,
        double heightShare,
        UnderWay underWay,
        ColourMix above,
        ColourMix below,
        int companions,
        @Nullable String search) {
    public static Sight of(PersonSighting seen) {
        return new Sight(
                seen.id(),
                seen.camera(),
                seen.firstSeen(),
                seen.lastSeen(),
                seen.size(),
                seen.heightShare(),
                seen.underWay(),
                ColourMix.of(seen.above()),
                ColourMix.of(seen.below()),
                seen.companions(),
                seen.search());
    }
}
