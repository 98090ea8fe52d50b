package io.kakou.app.demo;

import io.kakou.app.demo.cabin.Light;
import io.kakou.models.weights.Npm;
import io.kakou.models.weights.NpmPackage;
import io.kakou.models.weights.WeightsUnavailable;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** Who and what plays: each role's art, cut to its outline, in the dull colours of a cheap sensor. */
public final class Figures {
    /** Microsoft's Fluent emoji, 3D, MIT. */
    static final NpmPackage PACKAGE = new NpmPackage(
            "@lobehub/fluent-emoji-3d@1.1.0", "c1bb7eee7de090205a232518a9ab4adb3df458bfbe8a1f78232991194c8b2e58");

    /** What is left of the art's colours; a lift's camera shows no bright ones. */
    private static final double SATURATION = 0.45;

    private static final double BRIGHTNESS = 0.90;
    /** Below this alpha, of 255, a pixel is only the outline's soft edge. */
    private static final int SOLID = 40;

    private final Map<Role, BufferedImage> pictures = new EnumMap<>(Role.class);

    /** @param art with transparency, feet down */
    Figures(Map<Role, BufferedImage> art) {
        art.forEach((role, picture) -> pictures.put(role, dull(cut(picture))));
    }

    /** The art's names are their code points. All who move look to the left. */
    public enum Role {
        WALKER("1f6b6-200d-2640-fe0f", 1.66),
        STANDER("1f9cd-200d-2640-fe0f", 1.66),
        CYCLIST("1f6b4-200d-2642-fe0f", 1.72),
        MAN_WALKING("1f6b6-200d-2642-fe0f", 1.76),
        MAN_STANDING("1f9cd-200d-2642-fe0f", 1.76),
        WOMAN_CYCLING("1f6b4-200d-2640-fe0f", 1.68),
        CAR("1f697", 1.62),
        TAXI("1f695", 1.72),
        BUS("1f68c", 2.5),
        TREE("1f333", 3.9),
        SCOOTER("1f6f5", 1.15);

        private final String file;
        private final double height;

        Role(String codePoints, double height) {
            this.file = "package/assets/" + codePoints + ".webp";
            this.height = height;
        }

        /** From foot to head, metres. */
        public double height() {
            return height;
        }
    }

    /** Where figures come from. */
    @FunctionalInterface
    public interface Art {
        Figures figures() throws WeightsUnavailable;
    }

    /** The real ones, fetched when they are first asked for and kept for whoever asks next. */
    public static Art art(Npm npm, Consumer<String> progress) {
        return new Art() {
            private @Nullable Figures fetched;

            @Override
            public synchronized Figures figures() throws WeightsUnavailable {
                Figures known = fetched == null ? fetch(npm, progress) : fetched;
                fetched = known;
                return known;
            }
        };
    }

    /** The real ones, which takes the network. */
    private static Figures fetch(Npm npm, Consumer<String> progress) throws WeightsUnavailable {
        progress.accept("fetching the demo's art (16 MB) from npm: " + PACKAGE.spec() + " …");
        var names = Arrays.stream(Role.values()).map(role -> role.file).collect(Collectors.toSet());
        Map<String, byte[]> files = PACKAGE.fetch(names, npm);
        Map<Role, BufferedImage> art = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            art.put(role, read(role.file, files.getOrDefault(role.file, new byte[0])));
        }
        return new Figures(art);
    }

    /** With transparency; its lowest line is what stands on the ground. */
    public BufferedImage of(Role role) {
        BufferedImage picture = pictures.get(role);
        if (picture == null) {
            throw new IllegalStateException("no art of " + role);
        }
        return picture;
    }

    private static BufferedImage read(String name, byte[] bytes) {
        try {
            // Not ImageIO's own stream, which would go by way of a temporary file; reading closes it.
            BufferedImage picture = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)));
            if (picture != null) {
                return picture;
            }
        } catch (IOException e) {
            throw new IllegalStateException(name + " is as published, yet cannot be read", e);
        }
        throw new IllegalStateException("no reader of WebP on the class path, for " + name);
    }

    private static BufferedImage cut(BufferedImage art) {
        int left = art.getWidth();
        int top = art.getHeight();
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < art.getHeight(); y++) {
            for (int x = 0; x < art.getWidth(); x++) {
                if (art.getRGB(x, y) >>> 24 > SOLID) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return art.getSubimage(left, top, right - left, bottom - top);
    }

    private static BufferedImage dull(BufferedImage art) {
        var dull = new BufferedImage(art.getWidth(), art.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < art.getHeight(); y++) {
            for (int x = 0; x < art.getWidth(); x++) {
                int argb = art.getRGB(x, y);
                dull.setRGB(x, y, (argb & 0xff000000) | dull(Light.of(argb)).rgb());
            }
        }
        return dull;
    }

    private static Light dull(Light light) {
        double luma = 0.299 * light.red() + 0.587 * light.green() + 0.114 * light.blue();
        return Light.grey(luma).towards(light, SATURATION).times(BRIGHTNESS);
    }
}
