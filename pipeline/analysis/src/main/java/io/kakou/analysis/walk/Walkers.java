package io.kakou.analysis.walk;

import io.kakou.analysis.face.FaceSaid;
import io.kakou.analysis.face.FaceSettings;
import io.kakou.analysis.face.FaceVotes;
import io.kakou.analysis.stature.AdultHeight;
import io.kakou.analysis.stature.Build;
import io.kakou.analysis.stature.Standing;
import io.kakou.analysis.stature.StatureMemory;
import io.kakou.analysis.stature.Statures;
import io.kakou.analysis.track.Subject;
import io.kakou.analysis.track.Track;
import io.kakou.models.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows people over tracks: their size, how they are under way, who goes with whom. Pure functions. */
public final class Walkers {
    /** The newest sights of a walker; at two looks a second six seconds. */
    private static final int MOST_SIGHTS = 12;
    /** More people are in no sub stream that anybody could follow; the oldest unseen are forgotten first. */
    private static final int MOST_WALKERS = 32;

    /** Who moves less than this many of its heights stands. */
    private static final double STANDS = 0.35;
    /** How fast somebody may have gone while unseen, in own heights a second, and how exact boxes are. */
    private static final double PACE = 0.9;

    private static final double SLACK = 0.4;
    /** How alike in height two tracks of one person are. */
    private static final double ALIKE = 1.25;

    private final WalkSettings settings;
    private final FaceSettings faces;
    private final Statures statures;
    private final Companies companies;

    public Walkers(WalkSettings settings, Statures statures, FaceSettings faces) {
        this.settings = settings;
        this.faces = faces;
        this.statures = statures;
        this.companies = new Companies(settings);
    }

    /**
     * The walkers after a look.
     *
     * @param present all that the look saw, people and other things
     * @param said what faces said in it, by track
     */
    public WalkMemory step(WalkMemory before, double seconds, List<Track> present, Map<Long, FaceSaid> said) {
        AdultHeight adults = before.stature().adults();
        Postures postures = new Postures(present, statures, adults);
        List<Walker> walkers = new ArrayList<>(before.walkers());
        List<Standing> fresh = new ArrayList<>();
        for (Track track : present) {
            if (track.subject() == Subject.PERSON) {
                Walker walker = follow(walkers, track, new Seen(postures, adults, said.get(track.id())));
                learnable(walker, track, postures).ifPresent(fresh::add);
            }
        }
        walkers.removeIf(walker -> seconds - walker.lastSeconds() > settings.relinkSeconds());
        List<Walker> kept = newest(walkers);
        double since = before.walkers().isEmpty() ? 0 : seconds - before.seconds();
        List<Walker> together = companies.step(kept, seconds, since, new Ground(adults));
        StatureMemory stature = statures.learn(before.stature(), fresh);
        return new WalkMemory(seconds, together, stature);
    }

    /** Who is with a walker by now. */
    public List<Long> company(Walker walker, double seconds) {
        return companies.of(walker, seconds);
    }

    /** Who is near a walker in this look, company or not yet. */
    public List<Long> near(Walker walker, double seconds) {
        return walker.company().stream()
                .filter(one -> one.lastSeconds() == seconds)
                .map(Companion::walker)
                .toList();
    }

    /** A rider's height is no walker's, and what never moved may be a post: they teach nothing, nor does a child's face. */
    private Optional<Standing> learnable(Walker walker, Track track, Postures postures) {
        return walker.hasMoved()
                        && postures.bearing(track) == Bearing.ON_FOOT
                        && walker.face().build(faces) != Build.CHILD
                ? Optional.ofNullable(postures.measure(track))
                : Optional.empty();
    }

    /** What one look saw: boxes, and a face or null. */
    private record Seen(Postures postures, @Nullable AdultHeight adults, @Nullable FaceSaid said) {
        @Nullable
        Standing sight(Track track, Bearing bearing) {
            return bearing == Bearing.ON_FOOT || bearing == Bearing.RIDING ? postures.measure(track) : null;
        }

        FaceVotes and(FaceVotes before, Track track) {
            return said == null ? before : before.and(said, track.lastSeconds());
        }
    }

    private Walker follow(List<Walker> walkers, Track track, Seen seen) {
        Walker known = known(walkers, track);
        if (known != null) {
            walkers.remove(known);
        }
        Walker walker = known == null ? begin(track, seen) : goOn(known, track, seen);
        walkers.add(walker);
        return walker;
    }

    private @Nullable Walker known(List<Walker> walkers, Track track) {
        return walkers.stream()
                .filter(walker -> walker.track() == track.id())
                .findFirst()
                .orElseGet(() -> lost(walkers, track));
    }

    /** The walker whose track was lost near here and who was as tall. */
    private @Nullable Walker lost(List<Walker> walkers, Track track) {
        return walkers.stream()
                .filter(walker -> track.firstSeconds() == track.lastSeconds() && mayBe(walker, track))
                .min(Comparator.comparingDouble(walker -> apart(walker.box(), track.box())))
                .orElse(null);
    }

    private boolean mayBe(Walker walker, Track track) {
        double unseen = track.firstSeconds() - walker.lastSeconds();
        double taller = walker.box().height() / Math.max(0.001, track.box().height());
        return unseen > 0
                && unseen <= settings.relinkSeconds()
                && taller < ALIKE
                && taller > 1 / ALIKE
                && apart(walker.box(), track.box()) <= SLACK + PACE * unseen;
    }

    /** In heights of the first; across the picture in widths of upright people, which are 0.4 of their height. */
    private static double apart(Box one, Box other) {
        double across = 0.4 * (one.centreX() - other.centreX()) / Math.max(0.001, one.width());
        double down = (one.bottom() - other.bottom()) / Math.max(0.001, one.height());
        return Math.hypot(across, down);
    }

    private Walker begin(Track track, Seen seen) {
        Bearing bearing = seen.postures().bearing(track);
        Standing sight = seen.sight(track, bearing);
        List<Standing> sights = sight == null ? List.of() : List.of(sight);
        Bearings bearings = Bearings.NONE.and(bearing);
        double seconds = track.lastSeconds();
        return new Walker(
                track.id(),
                track.id(),
                track.box(),
                seconds,
                seconds,
                seconds,
                track.box(),
                bearings,
                sights,
                statures.judge(seen.adults(), sights),
                List.of(),
                seen.and(FaceVotes.NONE, track));
    }

    private Walker goOn(Walker walker, Track track, Seen seen) {
        Bearing bearing = seen.postures().bearing(track);
        Bearings bearings = walker.bearings().and(bearing);
        boolean stands = apart(walker.stoppedAt(), track.box()) <= STANDS;
        List<Standing> sights = sights(walker, seen.sight(track, bearing));
        return new Walker(
                walker.id(),
                track.id(),
                track.box(),
                walker.firstSeconds(),
                track.lastSeconds(),
                stands ? walker.stoppedSeconds() : track.lastSeconds(),
                stands ? walker.stoppedAt() : track.box(),
                bearings,
                sights,
                statures.judge(seen.adults(), sights),
                walker.company(),
                seen.and(walker.face(), track));
    }

    private static List<Standing> sights(Walker walker, @Nullable Standing sight) {
        if (sight == null) {
            return walker.sights();
        }
        List<Standing> sights = new ArrayList<>(walker.sights());
        sights.add(sight);
        return sights.subList(Math.max(0, sights.size() - MOST_SIGHTS), sights.size());
    }

    private static List<Walker> newest(List<Walker> walkers) {
        List<Walker> newest = new ArrayList<>(walkers);
        newest.sort(Comparator.comparingDouble(Walker::lastSeconds).reversed().thenComparing(Walker::id));
        List<Walker> kept = new ArrayList<>(newest.subList(0, Math.min(MOST_WALKERS, newest.size())));
        kept.sort(Comparator.comparingLong(Walker::id));
        return kept;
    }
}
