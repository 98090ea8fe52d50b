package io.kakou.benchmarks.wakes;

import io.kakou.analysis.decode.CodedFile;
import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.decode.StreamDecoder;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.decode.VideoWriter;
import io.kakou.analysis.gate.GreyPicture;
import io.kakou.benchmarks.child.Crowd;
import io.kakou.models.Picture;
import io.kakou.rtsp.Codec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lays things over scenes, codes what comes out at a constant rate, and decodes its keyframes. */
final class Stage {
    static final int LOOKS = 12;
    private static final int ARRIVAL = 7;
    private static final int RATE = 25;
    /** Short, to have more keyframes; the rates are such that these are as large as those of 1 Mb/s and 2 s. */
    private static final int GOP = 2;

    private static final double DARK = 0.35;
    /** Grey levels of the sensor's noise by day and by night. */
    private static final double DAY_NOISE = 2;

    private static final double NIGHT_NOISE = 5;
    private static final double NIGHT = 70;

    private final byte[] noise = noise();
    private final Path folder;

    Stage(Path folder) {
        this.folder = folder;
    }

    /** Who comes, if anybody. */
    record Guest(Crowd.Person person, int pixels) {}

    private static byte[] noise() {
        byte[] noise = new byte[1 << 20];
        Random random = new Random(5);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) Math.max(-127, Math.min(127, Math.round(random.nextGaussian() * 32)));
        }
        return noise;
    }

    Looks stage(Scenes.Scene scene, Overlay overlay, List<Guest> guests, long seed)
            throws IOException, UnreadableVideo {
        Random random = new Random(seed);
        Canvas base = Canvas.of(scene.picture());
        double mean = base.mean();
        if (overlay.isDark() && mean > NIGHT) {
            darken(base);
            mean *= DARK;
        }
        double sigma = mean > NIGHT ? DAY_NOISE : NIGHT_NOISE;
        int arrival = guests.isEmpty() ? -1 : ARRIVAL;
        Canvas visited = base.copy();
        for (Guest guest : guests) {
            lay(visited, guest, mean, random);
        }
        Path coded = folder.resolve("looks.mp4");
        var settings = new VideoWriter.Settings(Canvas.SIZE, RATE, overlay.bitsPerSecond(), GOP / (double) RATE);
        try (VideoWriter writer = VideoWriter.create(coded, settings)) {
            Picture picture = Picture.allocate(Canvas.W, Canvas.H);
            for (int look = 0; look < LOOKS; look++) {
                Canvas there = !guests.isEmpty() && look >= ARRIVAL ? visited : base;
                Canvas seen = overlay.over(there, random, look);
                for (int frame = 0; frame < GOP; frame++) {
                    seen.write(picture, noise, random.nextInt(noise.length), sigma);
                    writer.add(picture);
                }
            }
            writer.finish();
        }
        int pixels = guests.isEmpty() ? 0 : guests.get(0).pixels();
        return new Looks(scene.name(), overlay, arrival, pixels, keyframes(coded));
    }

    private static void darken(Canvas canvas) {
        for (int i = 0; i < canvas.rgb.length; i++) {
            canvas.rgb[i] = (float) (canvas.rgb[i] * DARK);
        }
    }

    /** As bright as the scene. */
    private static void lay(Canvas on, Guest guest, double mean, Random random) {
        int x0 = 40 + random.nextInt(Canvas.W - 80 - guest.pixels);
        int y0 = random.nextInt(Canvas.H - guest.pixels);
        double light = Math.max(0.3, Math.min(1.2, mean / 110));
        guest.person.paint(guest.pixels, (x, y, colour) -> {
            int column = x0 + x;
            int row = y0 + y;
            if (column >= 0 && column < Canvas.W && row >= 0 && row < Canvas.H) {
                int at = (row * Canvas.W + column) * 3;
                for (int c = 0; c < 3; c++) {
                    on.rgb[at + c] = (float) (colour[c] * light + on.rgb[at + c] * (1 - colour[3]));
                }
            }
        });
    }

    private static List<GreyPicture> keyframes(Path coded) throws UnreadableVideo {
        List<GreyPicture> greys = new ArrayList<>();
        try (CodedFile file = CodedFile.open(coded);
                StreamDecoder decoder = new StreamDecoder(Codec.H264);
                Scaler scaler = new Scaler(Canvas.SIZE)) {
            for (CodedFile.Unit unit = file.next(); unit != null; unit = file.next()) {
                if (unit.keyframe()) {
                    decoder.send(unit.bytes(), unit.seconds());
                    decoder.flush();
                    for (DecodedFrame frame = decoder.next(); frame != null; frame = decoder.next()) {
                        greys.add(scaler.grey(frame));
                    }
                }
            }
        }
        return greys;
    }
}
