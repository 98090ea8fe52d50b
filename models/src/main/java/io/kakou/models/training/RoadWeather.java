package io.kakou.models.training;

import io.kakou.models.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/**
 * What weather, night and a street camera's cheap stream make of a clear picture: darker, coloured by lamps, veiled, streaked
 * by rain, blurred, noisy, coded badly. From a seed, the same each time.
 */
final class RoadWeather {
    private final Random random;
    private final int width;
    private final int height;
    private final float[] values;

    private RoadWeather(Picture picture, Random random) {
        this.random = random;
        this.width = picture.width();
        this.height = picture.height();
        this.values = new float[width * height * Picture.CHANNELS];
        for (int i = 0; i < values.length; i++) {
            values[i] = picture.rgb().get(i) & 0xff;
        }
    }

    /** A picture of the same size. */
    static Picture over(Picture picture, Random random) {
        RoadWeather weather = new RoadWeather(picture, random);
        weather.light();
        if (weather.happens(0.25)) {
            weather.lamps(1 + random.nextInt(4));
        }
        if (weather.happens(0.25)) {
            weather.veil();
        }
        if (weather.happens(0.25)) {
            weather.streaks();
        }
        if (weather.happens(0.6)) {
            weather.blur(1 + random.nextInt(2));
        }
        if (weather.happens(0.4)) {
            weather.noise(1 + 9 * random.nextDouble());
        }
        return weather.happens(0.6) ? weather.coded() : weather.picture();
    }

    private boolean happens(double chance) {
        return random.nextDouble() < chance;
    }

    private void light() {
        double gamma = happens(0.5) ? 0.6 + 1.3 * random.nextDouble() : 1;
        double gain = happens(0.5) ? 0.35 + 0.6 * random.nextDouble() : 1;
        boolean isCast = happens(0.3);
        double[] cast = new double[Picture.CHANNELS];
        for (int channel = 0; channel < cast.length; channel++) {
            cast[channel] = isCast ? 0.82 + 0.38 * random.nextDouble() : 1;
        }
        // The values are still whole numbers: each has one answer.
        float[][] lit = new float[Picture.CHANNELS][256];
        for (int i = 0; i < 256 * Picture.CHANNELS; i++) {
            int value = i / Picture.CHANNELS;
            int channel = i % Picture.CHANNELS;
            lit[channel][value] = (float) (255 * Math.pow(value / 255.0, gamma) * gain * cast[channel]);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = lit[i % Picture.CHANNELS][(int) values[i]];
        }
    }

    /** Lit lamps in the upper part with their glow. */
    private void lamps(int count) {
        for (int lamp = 0; lamp < count; lamp++) {
            double x = random.nextDouble() * width;
            double y = random.nextDouble() * height / 2;
            double reach = (0.02 + 0.08 * random.nextDouble()) * width;
            double[] colour = {255, 255 * (0.6 + 0.4 * random.nextDouble()), 255 * (0.4 + 0.6 * random.nextDouble())};
            int far = (int) (3 * reach);
            for (int row = Math.max(0, (int) y - far); row < Math.min(height, y + far); row++) {
                for (int column = Math.max(0, (int) x - far); column < Math.min(width, x + far); column++) {
                    double square = (Math.pow(column - x, 2) + Math.pow(row - y, 2)) / (reach * reach);
                    double glow = 1.5 * Math.exp(-square);
                    for (int channel = 0; channel < Picture.CHANNELS; channel++) {
                        values[(row * width + column) * Picture.CHANNELS + channel] += (float) (colour[channel] * glow);
                    }
                }
            }
        }
    }

    /** Drizzle or a wet lens: everything nearer to one grey. */
    private void veil() {
        float share = 0.1f + 0.4f * random.nextFloat();
        float grey = 60 + 140 * random.nextFloat();
        for (int i = 0; i < values.length; i++) {
            values[i] += share * (grey - values[i]);
        }
    }

    private void streaks() {
        int length = 5 + random.nextInt(10);
        float light = 10 + 40 * random.nextFloat();
        double lean = 0.4 * (random.nextDouble() - 0.5);
        for (int streak = 0; streak < width * height / 200; streak++) {
            int x = random.nextInt(width);
            int y = random.nextInt(height);
            for (int i = 0; i < length && y + i < height; i++) {
                int column = Math.max(0, Math.min(width - 1, x + (int) Math.round(lean * i)));
                for (int channel = 0; channel < Picture.CHANNELS; channel++) {
                    values[((y + i) * width + column) * Picture.CHANNELS + channel] += light / 2;
                }
            }
        }
    }

    /** Binomial, so many times each way. */
    private void blur(int times) {
        for (int time = 0; time < times; time++) {
            smooth(Picture.CHANNELS);
            smooth(Picture.CHANNELS * width);
        }
    }

    private void smooth(int step) {
        float[] before = values.clone();
        for (int i = step; i < values.length - step; i++) {
            values[i] = (before[i - step] + 2 * before[i] + before[i + step]) / 4;
        }
    }

    private void noise(double deviation) {
        // Drawn once and laid over again and again, at odd steps: a fresh draw each would take longer than all the
        // rest.
        float[] drawn = new float[4099];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = (float) (deviation * random.nextGaussian());
        }
        for (int i = 0; i < values.length; i++) {
            values[i] += drawn[i % drawn.length];
        }
    }

    private Picture picture() {
        Picture picture = Picture.allocate(width, height);
        for (int i = 0; i < values.length; i++) {
            picture.rgb().put(i, (byte) Math.round(Math.max(0, Math.min(255, values[i]))));
        }
        return picture;
    }

    /** Through JPEG of a low quality. */
    private Picture coded() {
        Picture clean = picture();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            int row = i / width;
            image.setRGB(i % width, row, clean.rgbAt(i % width, row));
        }
        try {
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(jpeg(image, 0.15f + 0.6f * random.nextFloat())));
            for (int i = 0; i < width * height; i++) {
                int row = i / width;
                int rgb = read.getRGB(i % width, row);
                clean.rgb().put(3 * i, (byte) (rgb >> 16));
                clean.rgb().put(3 * i + 1, (byte) (rgb >> 8));
                clean.rgb().put(3 * i + 2, (byte) rgb);
            }
            return clean;
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
    }

    private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(quality);
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
