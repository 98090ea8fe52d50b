package io.kakou.benchmarks.child;

import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.track.Subject;
import io.kakou.analysis.track.Track;
import io.kakou.analysis.track.Tracker;
import io.kakou.analysis.track.TrackerSettings;
import io.kakou.analysis.track.Tracks;
import io.kakou.benchmarks.child.Cutout.Place;
import io.kakou.models.Box;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Walkers cut out along their ways: by boxes that people drew, or by the detector's. */
final class Walks {
    private static final double LEAST_FILLED = 0.18;
    private static final double LEAST_SECONDS = 3;
    private static final int LEAST_CUTOUTS = 12;
    /** A box that shares more of itself with another's is two people. */
    private static final double APART = 0.03;

    private static final double EDGE = 0.02;

    private final Footage footage;
    private final Picture empty;
    private final Map<String, List<Cutout>> found = new TreeMap<>();

    Walks(Footage footage, Picture empty) {
        this.footage = footage;
        this.empty = empty;
    }

    /** By a MOT table: frame from 1, id, left, top, width, height in pixels. */
    List<Walk> drawn(Path table) throws IOException, UnreadableVideo {
        Map<Long, Map<String, Place>> boxes = new TreeMap<>();
        for (String line : Files.readAllLines(table)) {
            String[] words = line.split(",", -1);
            Place place = new Place(number(words[2]), number(words[3]), number(words[4]), number(words[5]));
            boxes.computeIfAbsent(Long.parseLong(words[0]) - 1, frame -> new TreeMap<>())
                    .put("drawn-" + words[1], place);
        }
        footage.show(1, (frame, seconds, picture) -> cutAll(picture, seconds, boxes.getOrDefault(frame, Map.of())));
        return walks();
    }

    /** By tracks of people as the detector sees them, every second frame. */
    List<Walk> tracked(Detector detector) throws UnreadableVideo {
        Tracker tracker = new Tracker(TrackerSettings.DEFAULT);
        Tracks[] tracks = {Tracks.NONE};
        footage.show(2, (frame, seconds, picture) -> {
            tracks[0] = tracker.step(tracks[0], seconds, detector.detect(picture));
            Map<String, Place> boxes = new TreeMap<>();
            for (Track track : tracks[0].present()) {
                if (track.subject() == Subject.PERSON && track.score() >= 0.5 && isWhole(track.box())) {
                    boxes.put("tracked-" + track.id(), place(track.box(), picture));
                }
            }
            cutAll(picture, seconds, boxes);
        });
        return walks();
    }

    private void cutAll(Picture picture, double seconds, Map<String, Place> boxes) {
        boxes.forEach((name, place) -> {
            boolean alone = boxes.values().stream().allMatch(other -> other.equals(place) || apart(place, other));
            if (alone && place.left() >= 0 && place.left() + place.width() <= picture.width()) {
                Cutout cutout = Cutout.of(picture, empty, place, seconds);
                if (cutout.filled() >= LEAST_FILLED) {
                    found.computeIfAbsent(name, none -> new ArrayList<>()).add(cutout);
                }
            }
        });
    }

    private List<Walk> walks() {
        List<Walk> walks = new ArrayList<>();
        found.forEach((name, cutouts) -> {
            Walk walk = new Walk(name, cutouts);
            if (cutouts.size() >= LEAST_CUTOUTS && walk.seconds() >= LEAST_SECONDS) {
                walks.add(walk);
            }
        });
        found.clear();
        return walks;
    }

    private static boolean isWhole(Box box) {
        return box.left() > EDGE && box.top() > EDGE && box.right() < 1 - EDGE && box.bottom() < 1 - EDGE;
    }

    private static boolean apart(Place one, Place other) {
        double w =
                Math.min(one.left() + one.width(), other.left() + other.width()) - Math.max(one.left(), other.left());
        double h = Math.min(one.top() + one.height(), other.top() + other.height()) - Math.max(one.top(), other.top());
        return w <= 0 || h <= 0 || w * h <= APART * one.width() * one.height();
    }

    private static Place place(Box box, Picture picture) {
        return new Place(
                box.left() * picture.width(),
                box.top() * picture.height(),
                box.width() * picture.width(),
                box.height() * picture.height());
    }

    private static double number(String word) {
        return Double.parseDouble(word.trim());
    }
}
