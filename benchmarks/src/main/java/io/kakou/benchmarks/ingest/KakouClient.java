package io.kakou.benchmarks.ingest;

import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.CameraSettings;
import io.kakou.rtsp.RtspAddress;
import io.kakou.rtsp.RtspCamera;
import io.kakou.rtsp.RtspException;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.RtspSession.State;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;

/** All cameras on one loop of ours. */
final class KakouClient {
    private static final LongAdder GAPS = new LongAdder();
    private static final LongAdder BROKEN = new LongAdder();

    private KakouClient() {}

    public static void main(String... urls) throws IOException, InterruptedException {
        Tally tally = new Tally();
        CountDownLatch streaming = new CountDownLatch(urls.length);
        List<RtspCamera> cameras = new ArrayList<>();
        try (RtspLoops loops = RtspLoops.gathering(1, InstantSource.system())) {
            loops.start();
            for (String url : urls) {
                RtspAddress address = RtspAddress.of(url.substring(url.lastIndexOf('/') + 1), url);
                RtspCamera camera =
                        new RtspCamera(loops, address, CameraSettings.defaults(), new Watch(tally.add(), streaming));
                cameras.add(camera);
                camera.start();
            }
            Talk.lead(tally, streaming, GAPS::sum, BROKEN::sum);
            cameras.forEach(RtspCamera::close);
        }
    }

    private static final class Watch implements RtspCamera.Listener {
        private final Tally.Camera tally;
        private final CountDownLatch streaming;
        private boolean seen;

        Watch(Tally.Camera tally, CountDownLatch streaming) {
            this.tally = tally;
            this.streaming = streaming;
        }

        @Override
        public void reached(State state) {}

        @Override
        public void lost(long packets) {
            GAPS.add(packets);
        }

        @Override
        public void accessUnit(AccessUnit unit) {
            if (!seen) {
                seen = true;
                streaming.countDown();
            }
            tally.picture(unit.seconds(), unit.bytes().length);
        }

        @Override
        public void retrying(RtspException why, double seconds) {
            BROKEN.increment();
        }
    }
}
