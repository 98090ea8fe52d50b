package io.kakou.analysis.track;

import io.kakou.models.Box;
import io.kakou.models.Detection;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows things from look to look in the manner of ByteTrack: sure detections are matched to tracks first, doubtful
 * ones may only continue what is left. A pure function of what it is given.
 */
public final class Tracker {
    private final TrackerSettings settings;

    public Tracker(TrackerSettings settings) {
        this.settings = settings;
    }

    /**
     * The tracks after a look that detected.
     *
     * @param seconds the look's place on the camera's timeline, after {@code before}'s
     */
    public Tracks step(Tracks before, double seconds, List<Detection> detections) {
        List<Track> unmatched = new ArrayList<>(remembered(before, seconds));
        List<Track> after = new ArrayList<>();
        List<Detection> sure = between(detections, settings.sureScore(), Double.POSITIVE_INFINITY);
        List<Detection> unsure = between(detections, settings.leastScore(), settings.sureScore());
        double between = seconds - before.seconds();
        List<Detection> fresh = match(unmatched, after, seconds, new Claim(sure, settings.leastIou(), between));
        double unsurely = settings.reach() == TrackerSettings.Reach.SINCE_SEEN ? between : 0;
        match(unmatched, after, seconds, new Claim(unsure, settings.leastUnsureIou(), unsurely));
        long nextId = before.nextId();
        for (Detection detection : fresh) {
            if (begins(detection, after)) {
                after.add(Track.begin(nextId++, detection, seconds));
            }
        }
        after.addAll(unmatched);
        after.sort((a, b) -> Long.compare(a.id(), b.id()));
        return new Tracks(seconds, nextId, after);
    }

    /** The tracks after a look whose picture had not changed: what was there is there still. */
    public Tracks hold(Tracks before, double seconds) {
        List<Track> after = new ArrayList<>();
        for (Track track : remembered(before, seconds)) {
            after.add(track.seenAt(before.seconds()) ? track.standing(seconds) : track);
        }
        return new Tracks(seconds, before.nextId(), after);
    }

    private List<Track> remembered(Tracks before, double seconds) {
        // What the look before saw is kept however long ago that was: the planner may have been away, the thing not.
        return before.tracks().stream()
                .filter(track ->
                        track.seenAt(before.seconds()) || seconds - track.lastSeconds() <= settings.lostSeconds())
                .toList();
    }

    private static List<Detection> between(List<Detection> detections, double from, double to) {
        return detections.stream()
                .filter(detection -> detection.score() >= from && detection.score() < to)
                .toList();
    }

    /** A second box on what is followed already is the detector's doubt, not somebody else. */
    private boolean begins(Detection detection, List<Track> present) {
        return detection.score() >= settings.beginScore()
                && present.stream()
                        .noneMatch(track -> track.subject() == Subject.of(detection.label())
                                && track.box().iou(detection.box()) > 1 - settings.leastApart());
    }

    /**
     * Detections that may claim tracks, how much they must share with one, and for how many seconds since the look before
     * boxes may grow.
     */
    private record Claim(List<Detection> detections, double leastIou, double seconds) {}

    /** Moves what matches from {@code unmatched} to {@code after}; returns the detections that nothing took. */
    private List<Detection> match(List<Track> unmatched, List<Track> after, double seconds, Claim claim) {
        int[] columnOf = Assignment.solve(
                costs(unmatched, seconds, claim), claim.detections().size());
        List<Track> left = new ArrayList<>();
        List<Detection> free = new ArrayList<>(claim.detections());
        for (int row = 0; row < columnOf.length; row++) {
            if (columnOf[row] < 0) {
                left.add(unmatched.get(row));
                continue;
            }
            Detection detection = claim.detections().get(columnOf[row]);
            after.add(unmatched.get(row).seen(detection, seconds));
            free.remove(detection);
        }
        unmatched.clear();
        unmatched.addAll(left);
        return free;
    }

    private double[][] costs(List<Track> tracks, double seconds, Claim claim) {
        double[][] cost = new double[tracks.size()][claim.detections().size()];
        for (int row = 0; row < cost.length; row++) {
            Track track = tracks.get(row);
            Box expected = track.expectedAt(seconds);
            double reach = reach(seconds - track.lastSeconds(), claim.seconds());
            for (int column = 0; column < cost[row].length; column++) {
                Detection detection = claim.detections().get(column);
                double iou = grown(expected, reach).iou(grown(detection.box(), reach));
                boolean possible = Subject.of(detection.label()) == track.subject() && iou >= claim.leastIou();
                cost[row][column] = possible ? 1 - iou : Assignment.FORBIDDEN;
            }
        }
        return cost;
    }

    /** In heights. Who was not seen for some looks is where the motion says, or nowhere: growing on would find others. */
    private double reach(double sinceSeen, double sinceLook) {
        double seconds =
                switch (settings.reach()) {
                    case SINCE_SEEN -> sinceSeen;
                    case BETWEEN_LOOKS -> Math.min(sinceSeen, sinceLook);
                };
        return settings.reachHeightsPerSecond() * Math.min(1, seconds);
    }

    private static Box grown(Box box, double reach) {
        double by = reach * box.height();
        return Box.clipped(box.left() - by, box.top() - by, box.right() + by, box.bottom() + by);
    }
}
