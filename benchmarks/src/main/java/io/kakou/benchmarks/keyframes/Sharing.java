package io.kakou.benchmarks.keyframes;

import io.kakou.analysis.decode.Deblocking;
import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.StreamDecoder;
import io.kakou.benchmarks.process.ProcessMeter;
import io.kakou.rtsp.Codec;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keyframes of many cameras, one after the other: by a decoder each, or by fewer that go from camera to camera. */
public final class Sharing {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int CAMERAS = 48;
    private static final int ROUNDS = 8;
    private static final int KEYFRAMES_A_ROUND = 96;

    private final List<Recoded> streams;

    /** Who decodes. */
    public enum How {
        /** One decoder a camera, which is never emptied. */
        OWN,
        /** One decoder a camera, emptied after each keyframe. */
        OWN_EMPTIED,
        /** One for all cameras of a size, emptied between them. */
        BY_SIZE,
        /** One for all. */
        ONE,
        /** One for all cameras of a size, without the loop filter. */
        BY_SIZE_UNSMOOTHED
    }

    /**
     * What came of it.
     *
     * @param micros CPU of a keyframe, median over the rounds
     * @param base of it, what a keyframe of no bytes would cost, by least squares over all of them
     * @param aKilobyte what each 1,000 bytes add
     * @param ratio to a decoder a camera, median over the rounds
     * @param lost keyframes that gave no picture at once
     * @param mebibytes of memory that a decoder took, 0 where it is too little to be told
     */
    public record Figure(
            How how,
            int cameras,
            int sizes,
            double meanBytes,
            double micros,
            double base,
            double aKilobyte,
            double ratio,
            int lost,
            double mebibytes) {}

    /**
     * A street.
     *
     * @param streams what its cameras send, in turn
     */
    public Sharing(List<Recoded> streams) {
        this.streams = List.copyOf(streams);
    }

    /** All ways, in turns. */
    public List<Figure> measure() throws IOException {
        Bank own = new Bank(How.OWN);
        List<Bank> banks = new ArrayList<>(List.of(own));
        for (How how : How.values()) {
            if (how != How.OWN) {
                banks.add(new Bank(how));
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            banks.forEach(Bank::round);
        }
        List<Figure> figures = banks.stream().map(bank -> bank.figure(own)).toList();
        banks.forEach(Bank::close);
        return figures;
    }

    /** The decoders of one way. */
    private final class Bank {
        private final boolean emptied;
        private final Map<Integer, StreamDecoder> decoders = new LinkedHashMap<>();
        private final How how;
        private final double[] micros = new double[ROUNDS];
        private final double mebibytes;
        private int rounds;
        private int next;
        private int lost;
        private final Line line = new Line();

        Bank(How how) throws IOException {
            this.how = how;
            this.emptied = how != How.OWN;
            ProcessMeter meter = new ProcessMeter(ProcessHandle.current().pid());
            double before = meter.rssMiB();
            for (int camera = 0; camera < CAMERAS; camera++) {
                decode(camera, 0);
            }
            mebibytes = Math.max(0, meter.rssMiB() - before) / decoders.size();
        }

        private int decoderOf(int camera) {
            return switch (how) {
                case OWN, OWN_EMPTIED -> camera;
                case BY_SIZE, BY_SIZE_UNSMOOTHED -> streamOf(camera).size().width();
                case ONE -> 0;
            };
        }

        void round() {
            double sum = 0;
            for (int i = 0; i < KEYFRAMES_A_ROUND; i++, next++) {
                double before = THREADS.getCurrentThreadCpuTime();
                int bytes = decode(next % CAMERAS, next / CAMERAS);
                double spent = (THREADS.getCurrentThreadCpuTime() - before) / 1e3;
                sum += spent;
                line.add(bytes / 1e3, spent);
            }
            micros[rounds++] = sum / KEYFRAMES_A_ROUND;
        }

        private int decode(int camera, int turn) {
            List<byte[]> keyframes = streamOf(camera).keyframes();
            StreamDecoder decoder = decoders.computeIfAbsent(
                    decoderOf(camera),
                    none -> new StreamDecoder(
                            Codec.H264, how == How.BY_SIZE_UNSMOOTHED ? Deblocking.LEFT_OUT : Deblocking.WHOLE));
            byte[] keyframe = keyframes.get((camera + turn) % keyframes.size());
            decoder.send(keyframe, turn);
            DecodedFrame frame = decoder.next();
            if (emptied) {
                decoder.flush();
                frame = frame == null ? decoder.next() : frame;
                while (decoder.next() != null) {
                    lost++;
                }
            }
            lost += frame == null ? 1 : 0;
            return keyframe.length;
        }

        Figure figure(Bank own) {
            double[] ratios = new double[ROUNDS];
            Arrays.setAll(ratios, i -> micros[i] / own.micros[i]);
            int sizes = (int) streams.stream().map(Recoded::size).distinct().count();
            return new Figure(
                    how,
                    CAMERAS,
                    sizes,
                    line.meanX() * 1e3,
                    median(micros),
                    line.base(),
                    line.slope(),
                    median(ratios),
                    lost,
                    mebibytes);
        }

        void close() {
            decoders.values().forEach(StreamDecoder::close);
        }
    }

    /** A straight line by least squares. */
    private static final class Line {
        private double n;
        private double x;
        private double y;
        private double xx;
        private double xy;

        void add(double atX, double atY) {
            n++;
            x += atX;
            y += atY;
            xx += atX * atX;
            xy += atX * atY;
        }

        double meanX() {
            return x / n;
        }

        double slope() {
            return (n * xy - x * y) / (n * xx - x * x);
        }

        double base() {
            return (y - slope() * x) / n;
        }
    }

    private Recoded streamOf(int camera) {
        return streams.get(camera % streams.size());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
