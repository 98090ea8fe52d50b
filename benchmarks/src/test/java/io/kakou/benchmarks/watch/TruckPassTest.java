package io.kakou.benchmarks.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.models.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A red truck on a black street: told from the tenth second on, and gone three later. */
class TruckPassTest {
    private static final int RED = 0xc0;

    private TruckPass pass;

    @BeforeEach
    void cut_out(@TempDir Path folder) throws Exception {
        BufferedImage truck = new BufferedImage(400, 300, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = truck.createGraphics();
        g.setColor(Color.RED);
        g.fillRect(50, 50, 300, 200);
        g.dispose();
        Path file = folder.resolve("truck.png");
        assertThat(ImageIO.write(truck, "png", file.toFile())).isTrue();
        pass = TruckPass.of(file, 10, 3);
    }

    @Test
    void it_is_sixty_pixels_across_when_it_is_first_told() {
        assertThat(width(10)).isBetween(58, 61);
    }

    @Test
    void it_is_smaller_before_and_larger_after_until_it_is_gone() {
        assertThat(width(9)).isBetween(30, 58);
        assertThat(width(12)).isBetween(100, 250);
        assertThat(width(13.1)).isZero();
    }

    @Test
    void a_picture_without_it_is_left_alone() {
        Picture street = Picture.allocate(640, 360);
        assertThat(pass.on(street, 2)).isSameAs(street);
    }

    private int width(double seconds) {
        Picture shown = pass.on(Picture.allocate(640, 360), seconds);
        int most = 0;
        for (int y = 0; y < shown.height(); y++) {
            int across = 0;
            for (int x = 0; x < shown.width(); x++) {
                across += shown.rgbAt(x, y) >> 16 > RED ? 1 : 0;
            }
            most = Math.max(most, across);
        }
        return most;
    }
}
