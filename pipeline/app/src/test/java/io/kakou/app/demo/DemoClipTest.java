package io.kakou.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.app.demo.Figures.Role;
import io.kakou.models.weights.NpmCommand;
import io.kakou.models.weights.WeightsUnavailable;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoClipTest {
    /** Until someone is seen behind the opening door. */
    private static final double LONG = 2.6;

    private static final double SHORT = 0.2;

    private final List<String> progress = new ArrayList<>();
    private final Path folder;

    DemoClipTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void staged_twice_it_is_the_same_bytes() throws Exception {
        Path one = clip(LONG).staged(folder.resolve("one"));
        Path other = clip(LONG).staged(folder.resolve("other"));

        assertThat(one).hasSameBinaryContentAs(other);
    }

    @Test
    void is_h264_of_the_right_size_and_length_with_a_keyframe_every_two_seconds() throws Exception {
        try (VideoFile video = VideoFile.open(clip(LONG).staged(folder))) {
            List<Double> keyframes = new ArrayList<>();
            int frames = 0;
            for (DecodedFrame frame = video.next(); frame != null; frame = video.next()) {
                frames++;
                assertThat(frame.size().width()).isEqualTo(640);
                assertThat(frame.size().height()).isEqualTo(360);
                if (frame.keyframe()) {
                    keyframes.add(frame.seconds());
                }
            }
            assertThat(video.codec()).isEqualTo("h264");
            assertThat(frames).isEqualTo((int) (LONG * 25));
            assertThat(keyframes).containsExactly(0.0, 2.0);
        }
    }

    @Test
    void a_cached_clip_is_not_drawn_again() throws Exception {
        Path first = clip(SHORT).staged(folder);
        Path second = new DemoClip(SHORT, DemoClipTest::noArt, progress::add).staged(folder);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void a_truncated_clip_is_made_anew() throws Exception {
        Path first = clip(SHORT).staged(folder);
        byte[] whole = Files.readAllBytes(first);
        try (FileChannel channel = FileChannel.open(first, StandardOpenOption.WRITE)) {
            channel.truncate(whole.length / 2);
        }
        progress.clear();

        assertThat(clip(SHORT).staged(folder)).hasBinaryContent(whole);
        assertThat(progress.get(0)).contains(first.toString(), "damaged");
    }

    @Test
    void a_clip_of_another_recipe_is_left_alone() throws Exception {
        Path older = Files.writeString(folder.resolve("demo-lift-0-0123456789abcdef.mp4"), "older");

        assertThat(clip(SHORT).staged(folder).getFileName().toString())
                .startsWith("demo-lift-" + DemoClip.RECIPE + "-");
        assertThat(older).hasContent("older");
    }

    @Test
    void without_the_art_nothing_is_left_behind() throws IOException {
        var npm = new NpmCommand(List.of("no-such-npm"), 1);

        assertThatThrownBy(() -> DemoClip.stage(folder, npm, progress::add))
                .isInstanceOf(WeightsUnavailable.class)
                .hasMessageContaining("no-such-npm");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private DemoClip clip(double seconds) {
        return new DemoClip(seconds, DemoClipTest::blocks, progress::add);
    }

    private static Figures noArt() {
        throw new AssertionError("the clip was in the cache");
    }

    /** Figures that need no network. */
    private static Figures blocks() {
        return new Figures(Map.of(Role.WALKER, block(), Role.STANDER, block(), Role.CYCLIST, block()));
    }

    private static BufferedImage block() {
        var art = new BufferedImage(64, 128, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = art.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(16, 8, 32, 112);
        pen.dispose();
        return art;
    }
}
