package io.kakou.benchmarks.ingest;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FrameGrabber;

/** A grabber and a thread a camera, which is how it is used. */
final class GrabberClient {
    private static final double CLOCK_RATE = 90_000;
    private static final LongAdder GAPS = new LongAdder();
    private static final LongAdder BROKEN = new LongAdder();

    private GrabberClient() {}

    public static void main(String... urls) throws IOException, InterruptedException {
        avutil.av_log_set_level(avutil.AV_LOG_ERROR);
        Tally tally = new Tally();
        CountDownLatch streaming = new CountDownLatch(urls.length);
        for (int i = 0; i < urls.length; i++) {
            String url = urls[i];
            Tally.Camera camera = tally.add();
            Thread thread = new Thread(() -> grab(url, camera, streaming), "grab-" + i);
            thread.setDaemon(true);
            thread.start();
        }
        Talk.lead(tally, streaming, GAPS::sum, BROKEN::sum);
    }

    private static void grab(String url, Tally.Camera tally, CountDownLatch streaming) {
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(url)) {
            grabber.setOption("rtsp_transport", "tcp");
            grabber.setOption("threads", "1");
            grabber.start(false);
            read(grabber, tally, streaming);
        } catch (FrameGrabber.Exception e) {
            BROKEN.increment();
        }
    }

    private static void read(FFmpegFrameGrabber grabber, Tally.Camera tally, CountDownLatch streaming)
            throws FrameGrabber.Exception {
        double last = Double.NaN;
        for (AVPacket packet = grabber.grabPacket(); packet != null; packet = grabber.grabPacket()) {
            double seconds = packet.pts() / CLOCK_RATE;
            if (Double.isNaN(last)) {
                streaming.countDown();
            } else if (seconds > last + 1.5 * Tally.PICTURE_SECONDS) {
                GAPS.add(Math.round((seconds - last) / Tally.PICTURE_SECONDS) - 1);
            }
            last = seconds;
            tally.picture(seconds, packet.size());
        }
        BROKEN.increment();
    }
}
