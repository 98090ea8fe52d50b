package io.kakou.app.demo.cabin;

/** A colour of the scene in linear parts of red, green and blue, 0 to 1; more than 1 is cut when it is shown. */
public record Light(double red, double green, double blue) {
    public static Light grey(double value) {
        return new Light(value, value, value);
    }

    /** From 0xRRGGBB. */
    public static Light of(int rgb) {
        return new Light(((rgb >> 16) & 0xff) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0);
    }

    public Light times(double factor) {
        return new Light(red * factor, green * factor, blue * factor);
    }

    public Light plus(Light other) {
        return new Light(red + other.red, green + other.green, blue + other.blue);
    }

    /** This where share is 0, the other where it is 1. */
    public Light towards(Light other, double share) {
        return times(1 - share).plus(other.times(share));
    }

    /** As 0xRRGGBB. */
    public int rgb() {
        return (level(red) << 16) | (level(green) << 8) | level(blue);
    }

    private static int level(double value) {
        return (int) Math.round(255 * Math.max(0, Math.min(1, value)));
    }
}
