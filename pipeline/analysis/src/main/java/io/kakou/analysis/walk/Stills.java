package io.kakou.analysis.walk;

import io.kakou.analysis.stature.AdultHeight;
import io.kakou.analysis.stature.Standing;
import io.kakou.analysis.stature.StatureMemory;
import io.kakou.analysis.stature.Statures;
import io.kakou.analysis.track.Subject;
import io.kakou.analysis.track.Track;
import java.util.ArrayList;
import java.util.List;

/** People in single pictures, where nobody can be followed: what one look alone says. Pure functions. */
public final class Stills {
    private final Statures statures;

    public Stills(Statures statures) {
        this.statures = statures;
    }

    /**
     * Somebody upright and whole.
     *
     * @param ratio height against an adult's there
     */
    public record Sized(Track person, double ratio) {}

    /** The memory after a picture of a camera's usual people. */
    public StatureMemory learn(StatureMemory before, List<Track> present) {
        Postures postures = new Postures(present, statures, before.adults());
        return statures.learn(before, measures(postures, present));
    }

    /** The people whose size this picture tells; nobody before adults are known. */
    public List<Sized> sizes(StatureMemory memory, List<Track> present) {
        List<Sized> sizes = new ArrayList<>();
        AdultHeight adults = memory.adults();
        Postures postures = new Postures(present, statures, adults);
        for (Track track : present) {
            Standing measure = track.subject() == Subject.PERSON ? postures.measure(track) : null;
            if (adults != null && measure != null && statures.isKnown(adults, measure)) {
                sizes.add(new Sized(track, Statures.ratio(adults, measure)));
            }
        }
        return sizes;
    }

    private static List<Standing> measures(Postures postures, List<Track> present) {
        List<Standing> measures = new ArrayList<>();
        for (Track track : present) {
            Standing measure = track.subject() == Subject.PERSON ? postures.measure(track) : null;
            if (measure != null && postures.bearing(track) == Bearing.ON_FOOT) {
                measures.add(measure);
            }
        }
        return measures;
    }
}
