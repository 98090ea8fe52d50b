package io.kakou.benchmarks.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What came in a while, of all cameras.
 *
 * <p>Each camera's while begins with its first picture in it and lasts so many seconds of its own timeline, in which it
 * owes one picture every {@value #PICTURE_SECONDS} s. So the share delivered is exact, wherever in time the cameras'
 * pictures stand.
 */
final class Tally {
    static final double PICTURE_SECONDS = 0.04;

    private final List<Camera> cameras = new ArrayList<>();
    private volatile double asked;
    private volatile CountDownLatch left = new CountDownLatch(0);

    /** One camera's part; its own thread calls it. */
    final class Camera {
        private double from = Double.NaN;
        private boolean done;
        // Read when the latch says that all are done; of one that is late, a picture more or less does not matter.
        private long pictures;
        private long bytes;

        /** @param seconds on the camera's timeline */
        void picture(double seconds, int size) {
            double length = asked;
            if (length == 0 || done) {
                return;
            }
            if (Double.isNaN(from)) {
                from = seconds;
            }
            if (seconds < from + length - PICTURE_SECONDS / 2) {
                pictures++;
                bytes += size;
            } else {
                done = true;
                left.countDown();
            }
        }
    }

    Camera add() {
        Camera camera = new Camera();
        cameras.add(camera);
        return camera;
    }

    /** Begins, for all; once. */
    void begin(double seconds) {
        left = new CountDownLatch(cameras.size());
        asked = seconds;
    }

    /** Waits for those that are late, but not for ever. */
    void await(double seconds) throws InterruptedException {
        boolean unused = left.await((long) (seconds * 1e9), TimeUnit.NANOSECONDS);
    }

    /** Of the pictures that were owed, 0 to 1. */
    double share() {
        double owed = Math.rint(asked / PICTURE_SECONDS);
        return cameras.stream()
                        .mapToDouble(camera -> Math.min((double) camera.pictures, owed))
                        .sum()
                / owed
                / cameras.size();
    }

    /** Mean of a camera. */
    double megabitsASecond() {
        return 8.0 * cameras.stream().mapToLong(camera -> camera.bytes).sum() / 1e6 / asked / cameras.size();
    }
}
