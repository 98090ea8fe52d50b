package io.kakou.app.demo;

import io.kakou.app.demo.cabin.Lettering;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;

/** What the camera itself adds: noise, the time, its name. All belongs to the frame, nothing to the clock. */
public final class Sensor {
    private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 1, 1, 8, 30, 0);
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int DOT = 2;
    private static final int MARGIN = 10;
    private static final int WHITE = 0xf4f4f4;
    private static final int BLACK = 0x202020;

    private static final double NOISE_LEVELS = 2.6;
    /** The noise is a long ribbon, pasted in pieces: drawing each pixel's own would take longer than all else. */
    private static final int RIBBON = 1 << 16;

    private static final int PIECE = 61;

    private final String name;
    private final byte[] noise = new byte[RIBBON];

    /** A sensor of a camera that writes this name into its pictures, in {@link Lettering the letters there are}. */
    public Sensor(String name) {
        this.name = name;
        Random random = new Random(1562);
        for (int i = 0; i < RIBBON; i++) {
            noise[i] = (byte) Math.round(Math.max(-9, Math.min(9, random.nextGaussian() * NOISE_LEVELS)));
        }
    }

    /**
     * Adds all to a picture of type {@code TYPE_INT_RGB}.
     *
     * @param seconds since the clip's begin; the noise is seeded by it
     */
    public void expose(BufferedImage picture, double seconds) {
        addNoise(picture, new Random(Math.round(seconds * 1000)));
        String time = FORMAT.format(BEGIN.plusNanos((long) (seconds * 1e9)));
        write(picture, time, MARGIN, MARGIN);
        write(
                picture,
                name,
                picture.getWidth() - MARGIN - width(name),
                picture.getHeight() - MARGIN - Lettering.ROWS * DOT);
    }

    private void addNoise(BufferedImage picture, Random random) {
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        int at = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (i % PIECE == 0) {
                at = random.nextInt(RIBBON);
            }
            pixels[i] = brighter(pixels[i], noise[(at + i) % RIBBON]);
        }
    }

    private static int brighter(int rgb, int by) {
        return (level(((rgb >> 16) & 0xff) + by) << 16)
                | (level(((rgb >> 8) & 0xff) + by) << 8)
                | level((rgb & 0xff) + by);
    }

    private static int level(int value) {
        return Math.max(0, Math.min(255, value));
    }

    private static void write(BufferedImage picture, String text, int left, int top) {
        write(picture, new Line(text, left + 1, top + 1, BLACK));
        write(picture, new Line(text, left, top, WHITE));
    }

    private static void write(BufferedImage picture, Line line) {
        int cell = (Lettering.COLUMNS + 1) * DOT;
        for (int x = 0; x < width(line.text()); x++) {
            for (int y = 0; y < Lettering.ROWS * DOT; y++) {
                if (Lettering.dot(line.text().charAt(x / cell), x % cell / DOT, y / DOT)) {
                    picture.setRGB(line.left() + x, line.top() + y, line.rgb());
                }
            }
        }
    }

    private static int width(String text) {
        return text.length() * (Lettering.COLUMNS + 1) * DOT;
    }

    private record Line(String text, int left, int top, int rgb) {}
}
