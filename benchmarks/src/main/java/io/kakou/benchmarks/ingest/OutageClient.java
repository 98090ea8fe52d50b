package io.kakou.benchmarks.ingest;

import io.kakou.benchmarks.process.Pause;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.CameraSettings;
import io.kakou.rtsp.RtspAddress;
import io.kakou.rtsp.RtspCamera;
import io.kakou.rtsp.RtspException;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.RtspSession.State;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/** All cameras on one loop of ours, with the settings they always have; says every half second how they fare. */
final class OutageClient {
    private static final double SAID_EVERY_SECONDS = 0.5;
    private static final AtomicInteger STREAMING = new AtomicInteger();
    private static final AtomicInteger ATTEMPTS = new AtomicInteger();

    private OutageClient() {}

    /**
     * One line of it.
     *
     * @param millis our clock
     * @param streaming cameras that gave a keyframe since their last failure
     * @param attempts since the line before
     * @param used bytes of the heap; behind a collection, what is held
     */
    record Line(long millis, int streaming, int attempts, long used) {
        static Line parse(String text) {
            String[] fields = text.split(" ", -1);
            return new Line(
                    Long.parseLong(fields[0]),
                    Integer.parseInt(fields[1]),
                    Integer.parseInt(fields[2]),
                    Long.parseLong(fields[3]));
        }

        @Override
        public String toString() {
            return millis + " " + streaming + ' ' + attempts + ' ' + used;
        }
    }

    public static void main(String... urls) throws IOException, InterruptedException {
        try (RtspLoops loops = RtspLoops.gathering(1, InstantSource.system())) {
            loops.start();
            for (String url : urls) {
                RtspAddress address = RtspAddress.of(url.substring(url.lastIndexOf('/') + 1), url);
                new RtspCamera(loops, address, CameraSettings.defaults(), new Watch()).start();
            }
            while (!System.out.checkError()) {
                Pause.seconds(SAID_EVERY_SECONDS);
                collectWhereAsked();
                long used =
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
                System.out.println(new Line(System.currentTimeMillis(), STREAMING.get(), ATTEMPTS.getAndSet(0), used));
            }
        }
    }

    /** A heap's size in the kernel's eyes is what it once needed, until a whole collection gives back what is free. */
    private static void collectWhereAsked() throws IOException {
        while (System.in.available() > 0) {
            if (System.in.read() == '\n') {
                System.gc();
            }
        }
    }

    private static final class Watch implements RtspCamera.Listener {
        private boolean streaming;

        @Override
        public void reached(State state) {
            if (state == State.CONNECTING) {
                ATTEMPTS.incrementAndGet();
            }
        }

        @Override
        public void accessUnit(AccessUnit unit) {
            if (!streaming && unit.keyframe()) {
                streaming = true;
                STREAMING.incrementAndGet();
            }
        }

        @Override
        public void retrying(RtspException why, double seconds) {
            if (streaming) {
                streaming = false;
                STREAMING.decrementAndGet();
            }
        }
    }
}
