package io.kakou.analysis.decode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class VideoFileTest {
    private final Path folder;

    VideoFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void gives_every_frame_in_order_with_its_time() throws Exception {
        List<Clips.Seen> seen = Clips.decode(film(60), Clips.SIZE);

        assertThat(seen).hasSize(60).allMatch(Clips.Seen::intact);
        assertThat(seen.get(0).id()).isEqualTo("f000000");
        assertThat(seen.get(59).id()).isEqualTo("f000059");
        assertThat(seen.get(59).seconds()).isCloseTo(59 / 25.0, within(1e-6));
        assertThat(seen.stream().filter(Clips.Seen::keyframe).map(Clips.Seen::id))
                .containsExactly("f000000", "f000025", "f000050");
    }

    @Test
    void shows_the_colours_that_were_written() throws Exception {
        ByteBuffer rgb = Clips.decode(film(5), Clips.SIZE).get(4).rgb();

        Picture written = Clips.picture(Clips.SIZE, 4);
        double error = 0;
        for (int i = 0; i < rgb.capacity(); i++) {
            error += Math.abs((rgb.get(i) & 0xff) - (written.rgb().get(i) & 0xff));
        }
        assertThat(error / rgb.capacity()).isLessThan(3);
    }

    @Test
    void gives_the_same_bytes_on_every_run() throws Exception {
        Path film = film(30);

        assertThat(Clips.decode(film, new Size(300, 300))).isEqualTo(Clips.decode(film, new Size(300, 300)));
    }

    @Test
    void a_frame_is_gone_when_the_next_one_is_asked_for() throws Exception {
        try (VideoFile video = VideoFile.open(film(3));
                Scaler scaler = new Scaler(Clips.SIZE)) {
            DecodedFrame first = video.next();
            assertThat(first).isNotNull();
            video.next();

            assertThatThrownBy(() -> scaler.grey(first)).isInstanceOf(IllegalStateException.class);
            assertThat(first.id()).isEqualTo("f000000");
        }
    }

    @Test
    void a_cut_off_film_gives_the_frames_that_are_there() throws Exception {
        Path whole = Clips.film(folder.resolve("whole.mp4"), Clips.SIZE, 100);
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(bytes, bytes.length / 2));

        List<Clips.Seen> seen = Clips.decode(cut, Clips.SIZE);

        assertThat(seen).hasSizeBetween(10, 99);
        assertThat(seen.subList(0, 10)).allMatch(Clips.Seen::intact);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void a_single_picture_is_a_film_of_one_frame(String kind) throws Exception {
        Path file = picture("one%03d." + kind, kind, 33, 17);

        List<Clips.Seen> seen = Clips.decode(file, new Size(33, 17));

        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).size()).isEqualTo(new Size(33, 17));
        assertThat(seen.get(0).seconds()).isZero();
        assertThat(seen.get(0).keyframe()).isTrue();
        assertThat(seen.get(0).rgb().get(0) & 0xff).isCloseTo(200, within(6));
        assertThat(seen.get(0).rgb().get(1) & 0xff).isCloseTo(100, within(6));
        assertThat(seen.get(0).rgb().get(2) & 0xff).isCloseTo(50, within(6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void a_picture_that_breaks_off_is_refused(String kind) throws Exception {
        byte[] whole = Files.readAllBytes(picture("whole." + kind, kind, 640, 360));
        Path cut = Files.write(folder.resolve("cut." + kind), Arrays.copyOf(whole, whole.length * 2 / 3));

        assertThatThrownBy(() -> Clips.decode(cut, Clips.SIZE))
                .isInstanceOf(UnreadableVideo.class)
                .hasMessage(cut + ": has no clean picture to begin at, only damaged ones: 1");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,1000", "7680,4320"})
    void reads_pictures_of_any_size(int width, int height) throws Exception {
        Path file = picture("size.png", "png", width, height);

        assertThat(Clips.decode(file, new Size(300, 300)).get(0).size()).isEqualTo(new Size(width, height));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    missing.mp4  |                         | does not exist
                    empty.mp4    | ''                      | is no video or picture that can be read
                    text.mp4     | only words, no pictures | is no video or picture that can be read
                    text.txt     | only words, no pictures | is
                    list.m3u8    | #EXTM3U                 | is
                    """)
    void says_in_one_line_what_is_wrong(String name, String text, String says) throws Exception {
        Path file = folder.resolve(name);
        if (text != null) {
            Files.writeString(file, text.repeat(100), UTF_8);
        }

        assertThatThrownBy(() -> VideoFile.open(file))
                .isInstanceOf(UnreadableVideo.class)
                .hasMessageStartingWith(file + ": " + says)
                .hasMessageNotContaining("\n");
    }

    @Test
    void a_folder_is_no_film() {
        assertThatThrownBy(() -> VideoFile.open(folder))
                .isInstanceOf(UnreadableVideo.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void a_picture_that_claims_more_pixels_than_memory_is_refused() throws Exception {
        byte[] png = Files.readAllBytes(picture("big.png", "png", 8, 8));
        png[18] = 0x75; // IHDR: width and height become 30 thousand and some.
        png[22] = 0x75;

        Path bomb = Files.write(folder.resolve("bomb.png"), png);

        assertThatThrownBy(() -> Clips.decode(bomb, Clips.SIZE)).isInstanceOf(UnreadableVideo.class);
    }

    private Path film(int frames) throws IOException {
        return Clips.film(folder.resolve("film.mp4"), Clips.SIZE, frames);
    }

    private Path picture(String name, String kind, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, 0xC86432);
            }
        }
        Path file = folder.resolve(name);
        assertThat(ImageIO.write(image, kind, file.toFile())).isTrue();
        return file;
    }
}
