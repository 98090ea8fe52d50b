package io.kakou.benchmarks.alarms;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.Memory;
import io.kakou.analysis.look.Depth;
import io.kakou.analysis.look.Look;
import io.kakou.app.detector.Detectors;
import io.kakou.benchmarks.process.ProcessMeter;
import io.kakou.events.CameraKind;
import io.kakou.events.json.Json;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a look costs under each judgement, beside the stock detector alone on the same pictures in the same turn. All
 * threads of the process are counted, so a figure is milliseconds of one core.
 */
public final class Cost {
    private static final int TURNS = 5;
    private static final double LOOK_SECONDS = 0.5;
    private static final ProcessMeter OURS =
            new ProcessMeter(ProcessHandle.current().pid());

    private final Detectors detectors;
    private final List<Picture> pictures;

    /**
     * On the first looks of a film.
     *
     * @param looks how many
     */
    public Cost(Detectors detectors, Path film, int looks) throws UnreadableVideo {
        this.detectors = detectors;
        this.pictures = pictures(film, looks, detectors.of(CameraKind.STREET).inputSize());
    }

    /**
     * One judgement's.
     *
     * @param millis of one core a look, all in: detector, tracker, rule; median of the turns
     * @param stockMillis the stock detector alone, in the same turns
     * @param memoryBytes what a camera carries from look to look after these looks, as it is written
     */
    public record Row(Judgement judgement, double millis, double stockMillis, int memoryBytes) {}

    /** Every judgement's; the first turn only warms up. */
    public List<Row> measure() throws IOException {
        Map<Judgement, double[]> millis = new EnumMap<>(Judgement.class);
        Map<Judgement, Integer> bytes = new EnumMap<>(Judgement.class);
        double[] stock = new double[TURNS];
        for (int turn = -1; turn < TURNS; turn++) {
            double alone = detect(detectors.of(CameraKind.STREET));
            if (turn >= 0) {
                stock[turn] = alone;
            }
            for (Judgement judgement : Judgement.values()) {
                double before = OURS.cpuSeconds();
                Memory memory = judge(judgement.judge(detectors));
                double each = (OURS.cpuSeconds() - before) * 1000 / pictures.size();
                bytes.put(judgement, Json.write(memory).length);
                if (turn >= 0) {
                    millis.computeIfAbsent(judgement, any -> new double[TURNS])[turn] = each;
                }
            }
        }
        return millis.entrySet().stream()
                .map(entry -> new Row(
                        entry.getKey(), median(entry.getValue()), median(stock), bytes.getOrDefault(entry.getKey(), 0)))
                .toList();
    }

    private double detect(Detector detector) throws IOException {
        double before = OURS.cpuSeconds();
        pictures.forEach(detector::detect);
        return (OURS.cpuSeconds() - before) * 1000 / pictures.size();
    }

    private Memory judge(CameraJudge judge) {
        Memory memory = Memory.EMPTY;
        for (int i = 0; i < pictures.size(); i++) {
            double seconds = i * LOOK_SECONDS;
            Look look =
                    new Look("l" + i, seconds, Look.instant(Instant.EPOCH, seconds), Depth.DETECTED, pictures.get(i));
            memory = judge.judge(memory, look).next();
        }
        return memory;
    }

    private static List<Picture> pictures(Path film, int looks, Size size) throws UnreadableVideo {
        List<Picture> pictures = new ArrayList<>();
        try (VideoFile video = VideoFile.open(film);
                Scaler scaler = new Scaler(size)) {
            double due = 0;
            for (DecodedFrame frame = video.next(); frame != null && pictures.size() < looks; frame = video.next()) {
                if (frame.seconds() >= due) {
                    pictures.add(scaler.picture(frame, Picture.allocate(size.width(), size.height())));
                    due = frame.seconds() + LOOK_SECONDS;
                }
            }
        }
        return pictures;
    }

    private static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
