package io.kakou.benchmarks.keyframes;

import io.kakou.analysis.decode.Deblocking;
import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.decode.StreamDecoder;
import io.kakou.analysis.gate.Change;
import io.kakou.analysis.gate.Gate;
import io.kakou.analysis.gate.GateState;
import io.kakou.analysis.gate.GreyPicture;
import io.kakou.models.Detection;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import io.kakou.rtsp.Codec;
import java.util.ArrayList;
import java.util.List;

/** What the loop filter's absence does to the gate and to detections: keyframes with it, and the same without. */
public final class Smoothing {
    private static final double SURE = 0.35;
    private static final double SAME = 0.5;

    private Smoothing() {}

    /**
     * What it came to.
     *
     * @param meanGreyLevels by which small grey pictures differ
     * @param opened looks for which the gate opened with the filter
     * @param openedMore for which it opened only without
     * @param openedLess for which it opened only with
     * @param boxes sure detections with the filter
     * @param kept of those, found again without it, at an IoU of ½
     * @param added sure detections without the filter that were none before
     */
    public record Figure(
            String film,
            int keyframes,
            double keyframeBytes,
            double meanGreyLevels,
            int opened,
            int openedMore,
            int openedLess,
            int boxes,
            int kept,
            int added) {}

    /** One keyframe's two pictures. */
    private record Looked(GreyPicture grey, List<Detection> found) {}

    public static Figure of(Recoded film, Detector detector) {
        List<Looked> whole = look(film, Deblocking.WHOLE, detector);
        List<Looked> without = look(film, Deblocking.LEFT_OUT, detector);
        List<Boolean> opens = opens(whole);
        List<Boolean> opensWithout = opens(without);
        double difference = 0;
        int[] openings = new int[3];
        int[] boxes = new int[3];
        for (int i = 0; i < whole.size(); i++) {
            difference += difference(whole.get(i).grey, without.get(i).grey) / whole.size();
            openings[0] += opens.get(i) ? 1 : 0;
            openings[1] += opensWithout.get(i) && !opens.get(i) ? 1 : 0;
            openings[2] += opens.get(i) && !opensWithout.get(i) ? 1 : 0;
            int kept = matched(whole.get(i).found, without.get(i).found);
            boxes[0] += whole.get(i).found.size();
            boxes[1] += kept;
            boxes[2] += without.get(i).found.size() - kept;
        }
        return new Figure(
                film.name(),
                whole.size(),
                film.meanBytes(),
                difference,
                openings[0],
                openings[1],
                openings[2],
                boxes[0],
                boxes[1],
                boxes[2]);
    }

    private static List<Looked> look(Recoded film, Deblocking deblocking, Detector detector) {
        List<Looked> looks = new ArrayList<>();
        try (StreamDecoder decoder = new StreamDecoder(Codec.H264, deblocking);
                Scaler scaler = new Scaler(detector.inputSize())) {
            for (byte[] keyframe : film.keyframes()) {
                decoder.send(keyframe, looks.size());
                decoder.flush();
                for (DecodedFrame frame = decoder.next(); frame != null; frame = decoder.next()) {
                    Picture picture = scaler.picture(frame);
                    List<Detection> sure = detector.detect(picture).stream()
                            .filter(one -> one.score() >= SURE)
                            .toList();
                    looks.add(new Looked(scaler.grey(frame), sure));
                }
            }
        }
        return looks;
    }

    private static List<Boolean> opens(List<Looked> looks) {
        Gate gate = new Gate(Gate.Settings.DEFAULT);
        GateState state = GateState.NEW;
        List<Boolean> opens = new ArrayList<>();
        for (Looked look : looks) {
            Change change = gate.compare(state, look.grey);
            state = gate.learn(state, change);
            if (change.changed()) {
                state = state.lookedAt(look.grey);
            }
            opens.add(change.changed());
        }
        return opens;
    }

    private static double difference(GreyPicture one, GreyPicture other) {
        long sum = 0;
        for (int i = 0; i < one.pixels(); i++) {
            sum += Math.abs(one.at(i) - other.at(i));
        }
        return sum / (double) one.pixels();
    }

    private static int matched(List<Detection> drawn, List<Detection> found) {
        List<Detection> left = new ArrayList<>(found);
        int matched = 0;
        for (Detection one : drawn) {
            matched += left.stream()
                            .filter(other -> other.label().equals(one.label())
                                    && other.box().iou(one.box()) >= SAME)
                            .findFirst()
                            .map(left::remove)
                            .orElse(false)
                    ? 1
                    : 0;
        }
        return matched;
    }
}
