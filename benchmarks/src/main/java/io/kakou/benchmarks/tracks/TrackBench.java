package io.kakou.benchmarks.tracks;

import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.track.TrackerSettings;
import io.kakou.benchmarks.child.Crowd;
import io.kakou.benchmarks.tracks.Sequence.Moment;
import io.kakou.benchmarks.tracks.Sequence.Pace;
import io.kakou.models.Detector;
import io.kakou.models.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Follows people at several paces, by the truth's boxes and by the detector's, and says how well. */
public final class TrackBench {
    private static final String FILM = "video/opencv-doc/vtest.avi";
    private static final String BOXES = "video/vtest-truth/PETS09-S2L1-gt-frames1-69.txt";
    private static final Size SIZE = new Size(768, 576);
    private static final int PEOPLE = 7;
    private static final double STAGED_SECONDS = 60;
    private static final double STAGED_RATE = 10;
    /** The first are tuned on, the others are reported. */
    private static final List<Long> TUNED_ON = List.of(1L, 2L, 3L);

    private static final List<Long> REPORTED = List.of(11L, 12L, 13L, 14L);

    private static final double REAL_BLOCK = 1;
    private static final double STAGED_BLOCK = 10;

    /** What was before the settings were chosen by {@link #tunedOn}. */
    private static final TrackerSettings FORMER =
            new TrackerSettings(0.35, 0.35, 0.15, 0.2, 0.4, 3, 0.3, TrackerSettings.Reach.SINCE_SEEN, 0);

    private final Path data;
    private final Detector detector;

    /**
     * A bench.
     *
     * @param data the shared folder of pictures and footage
     */
    public TrackBench(Path data, Detector detector) {
        this.data = data;
        this.detector = detector;
    }

    /**
     * One row.
     *
     * @param footage real or staged
     * @param boxes whose the detections are
     */
    public record Line(String footage, String pace, String boxes, String tracker, Score score) {}

    /** Films of one kind. */
    public record Films(String footage, double blockSeconds, List<Sequence> sequences) {}

    /** The real film's first 69 pictures. */
    public Films real() throws IOException, UnreadableVideo {
        Sequence real = Footage.of(data.resolve(FILM), SIZE, data.resolve(BOXES), detector);
        return new Films("vtest 1-69", REAL_BLOCK, List.of(real));
    }

    /** Staged streets, which are not those of {@link #tunedOn}. */
    public Films staged(Consumer<String> progress) throws IOException, UnreadableVideo {
        return new Films("staged", STAGED_BLOCK, play(REPORTED, progress));
    }

    /** Staged streets to choose settings by. */
    public Films tunedOn(Consumer<String> progress) throws IOException, UnreadableVideo {
        return new Films("staged, tuned on", STAGED_BLOCK, play(TUNED_ON, progress));
    }

    private List<Sequence> play(List<Long> seeds, Consumer<String> progress) throws IOException, UnreadableVideo {
        Crowd crowd = Crowd.of(data, detector);
        List<Sequence> sequences = new ArrayList<>();
        for (long seed : seeds) {
            List<Moment> moments = new ArrayList<>();
            crowd.play(
                    new Crowd.Play(PEOPLE, STAGED_SECONDS, STAGED_RATE, seed),
                    (seconds, picture, people) -> moments.add(new Moment(
                            seconds,
                            people.entrySet().stream()
                                    .map(one -> new Place(one.getKey(), one.getValue()))
                                    .toList(),
                            detector.detect(picture))));
            sequences.add(new Sequence("staged " + seed, moments));
            progress.accept("staged street " + seed);
        }
        return sequences;
    }

    /** The paces that figures are given for. */
    public static Map<String, Pace> paces() {
        Map<String, Pace> paces = new LinkedHashMap<>();
        paces.put("10 a second", Pace.perSecond(10));
        paces.put("5 a second", Pace.perSecond(5));
        paces.put("2 a second", Pace.perSecond(2));
        paces.put("1 a second", Pace.perSecond(1));
        paces.put("bursts of 4 in 2 s", Pace.bursts(4, 2, 10));
        paces.put("bursts of 3 in 1 s, each 3 s", Pace.bursts(3, 1, 3));
        return paces;
    }

    /** All paces, both kinds of boxes, and all trackers, in one run. */
    public static List<Line> follow(Films films) {
        Map<String, Sequence.Who> trackers = new LinkedHashMap<>();
        trackers.put("kakou", () -> Follower.kakou(TrackerSettings.DEFAULT));
        trackers.put("kakou before", () -> Follower.kakou(FORMER));
        trackers.put("by overlap alone", PlainFollower::new);
        List<Line> lines = new ArrayList<>();
        paces().forEach((pace, looks) -> {
            for (boolean told : new boolean[] {true, false}) {
                trackers.forEach((name, who) -> {
                    Score score = score(films, looks, who, told);
                    lines.add(new Line(films.footage, pace, told ? "truth's" : "detector's", name, score));
                });
            }
        });
        return lines;
    }

    private static Score score(Films films, Pace pace, Sequence.Who who, boolean told) {
        List<Account> accounts = new ArrayList<>();
        films.sequences.forEach(sequence -> accounts.addAll(sequence.follow(pace, who, told)));
        return Score.of(accounts, films.blockSeconds);
    }
}
