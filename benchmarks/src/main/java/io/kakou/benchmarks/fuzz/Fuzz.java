package io.kakou.benchmarks.fuzz;

import io.kakou.rtsp.sdp.ControlUrl;
import io.kakou.rtsp.sdp.Media;
import io.kakou.rtsp.sdp.SessionDescription;
import io.kakou.rtsp.wire.Authenticator;
import io.kakou.rtsp.wire.Credentials;
import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Gives every reader mutated real inputs, one after the other. One thread; {@link #given} may be asked by any. */
public final class Fuzz {
    private static final int STATE_LASTS_ROUNDS = 400;

    private final long seed;
    private final AtomicLong given = new AtomicLong();

    /** @param seed the same gives the same inputs */
    public Fuzz(long seed) {
        this.seed = seed;
    }

    /** An input that a reader did not bear, in hexadecimal. */
    public static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(String reader, byte[] input, Throwable cause) {
            super(reader + " does not bear " + HexFormat.of().formatHex(input) + ": " + cause, cause);
        }
    }

    /**
     * What a run found.
     *
     * @param inputs given, all readers together
     * @param slowestMillis that one input took; collectors and a busy machine are in it
     * @param heapMiBEarly in use after a tenth of the inputs and a collection
     * @param heapMiBLate the same at the end: what is above the early is growth
     */
    public record Found(
            long seed, long inputs, double seconds, double slowestMillis, double heapMiBEarly, double heapMiBLate) {}

    /** Inputs given so far. */
    public long given() {
        return given.get();
    }

    /**
     * Runs.
     *
     * @throws Broken at the first input that a reader does not bear
     */
    public Found run(long inputs) {
        long began = System.nanoTime();
        long slowest = 0;
        double early = 0;
        SplittableRandom chance = new SplittableRandom(seed);
        Corpus corpus = new Corpus();
        Map<String, Target> readers = readers(corpus, chance);
        for (long round = 0; given.get() < inputs; round++) {
            if (round % STATE_LASTS_ROUNDS == 0 && round > 0) {
                readers.forEach(Fuzz::close);
                readers = readers(corpus, chance);
            }
            slowest = Math.max(slowest, round(readers, chance));
            if (early == 0 && given.get() >= inputs / 10) {
                early = heapMiB();
            }
        }
        readers.forEach(Fuzz::close);
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Found(seed, given.get(), seconds, slowest / 1e6, early, heapMiB());
    }

    private static Map<String, Target> readers(Corpus corpus, SplittableRandom chance) {
        Map<String, Target> readers = new LinkedHashMap<>();
        readers.put("RTP H.264", MediaTarget.h264(corpus.packets()));
        readers.put("RTP H.265", MediaTarget.h265(corpus.packetsOfH265()));
        readers.put("RTP JPEG", MediaTarget.jpeg(corpus.packetsOfJpeg()));
        readers.put("RTCP", new ReportTarget());
        readers.put("SDP", new TextTarget(Corpus.descriptions(), Fuzz::describe));
        readers.put("challenge", new TextTarget(Corpus.challenges(), Fuzz::challenge));
        readers.put("wire", new WireTarget(corpus.exchanges(), chance.split()));
        return readers;
    }

    /** One input for each; the nanoseconds of the slowest. */
    private long round(Map<String, Target> readers, SplittableRandom chance) {
        Mutator mutator = new Mutator(chance);
        long slowest = 0;
        for (Map.Entry<String, Target> reader : readers.entrySet()) {
            List<byte[]> real = reader.getValue().real();
            byte[] input = mutator.spoil(any(real, chance), any(real, chance));
            long began = System.nanoTime();
            give(reader.getKey(), reader.getValue(), input);
            slowest = Math.max(slowest, System.nanoTime() - began);
        }
        return slowest;
    }

    private void give(String name, Target reader, byte[] input) {
        try {
            reader.read(input);
        } catch (RuntimeException | Error e) {
            throw new Broken(name, input, e);
        }
        given.incrementAndGet();
    }

    private static void close(String name, Target reader) {
        try {
            reader.close();
        } catch (RuntimeException e) {
            throw new Broken(name, new byte[0], e);
        }
    }

    private static void describe(String text) {
        SessionDescription sdp = SessionDescription.parse(text);
        String unused = sdp.offer() + ControlUrl.resolve("rtsp://h/x", sdp.control());
        for (Media media : sdp.media()) {
            unused = ControlUrl.resolve("rtsp://h/x", media.control()) + media.ticksPerSecond();
        }
    }

    private static void challenge(String header) {
        Authenticator us = new Authenticator(new Credentials("admin", "secret"), () -> "c0ffee");
        boolean asked = us.challenged(List.of(header));
        @Nullable String answer = us.authorization("DESCRIBE", "rtsp://h/x");
        if (asked && (answer == null || answer.contains("secret"))) {
            throw new IllegalStateException("answered with " + answer);
        }
    }

    private static byte[] any(List<byte[]> real, SplittableRandom chance) {
        return real.get(chance.nextInt(real.size()));
    }

    private static double heapMiB() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024.0 / 1024;
    }
}
