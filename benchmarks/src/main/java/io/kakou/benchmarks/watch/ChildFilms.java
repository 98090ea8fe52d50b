package io.kakou.benchmarks.watch;

import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.decode.VideoWriter;
import io.kakou.analysis.rule.LostChild;
import io.kakou.benchmarks.child.ChildBench;
import io.kakou.benchmarks.child.Crowd;
import io.kakou.benchmarks.child.Crowd.Alone;
import io.kakou.benchmarks.child.Crowd.Play;
import io.kakou.events.CameraKind;
import io.kakou.events.Corner;
import io.kakou.events.EventKind;
import io.kakou.events.Zone;
import io.kakou.models.Detector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A child alone for 20 s: the rule wants ten of which it knows the child for one, and takes two at least to know it, so that
 * who is in view for six to twelve cannot be told, and of two that were for 14 and 16 s none was. Real walkers at 0.6 of their size on their empty scene. Adults
 * walk before, of whom the camera learns how tall they are, and after. In a corner where nobody walks the lawn is marked as
 * one where children play: such cameras come before other streets.
 */
final class ChildFilms {
    private static final double ADULTS_SECONDS = 40;
    private static final double AFTER_SECONDS = 16;
    private static final int PEOPLE = 4;
    /** Of the scene's 576 rows, those that are seen begin here: a wide picture has 432 of them. */
    private static final int TOP = 90;

    /** Who walks, and for how long. */
    private record Walker(int who, double seconds) {}

    private static final List<Walker> CHILDREN = List.of(new Walker(0, 20), new Walker(2, 20), new Walker(1, 20));
    private static final int BITS_A_SECOND = 12_000_000;
    private static final Zone LAWN = new Zone(
            LostChild.CHILDREN,
            List.of(new Corner(0, 0.75), new Corner(0.28, 0.75), new Corner(0.28, 1), new Corner(0, 1)));

    private final Path data;
    private final Supplier<Detector> street;
    private @Nullable Crowd crowd;

    /** @param street sees where people walk, in films that are not there yet */
    ChildFilms(Path data, Supplier<Detector> street) {
        this.data = data;
        this.street = street;
    }

    boolean areThere() {
        return ChildBench.isThere(data);
    }

    List<Draft> all() {
        List<Draft> all = new ArrayList<>();
        for (Walker walker : CHILDREN) {
            int number = all.size() + 1;
            Alone child = new Alone(walker.who, ADULTS_SECONDS, ADULTS_SECONDS + walker.seconds);
            double seconds = child.to() + AFTER_SECONDS;
            Play play = new Play(PEOPLE, seconds, Montage.FRAMES_A_SECOND, walker.who + 1);
            all.add(new Draft(
                    "child-" + number,
                    CameraKind.STREET,
                    seconds,
                    List.of(new Planted(EventKind.LOST_CHILD, child.from(), child.to())),
                    List.of(LAWN),
                    file -> write(file, play, child)));
        }
        return all;
    }

    private void write(Path file, Play play, Alone child) throws IOException, UnreadableVideo {
        if (crowd == null) {
            crowd = Crowd.of(data, street.get());
        }
        try (VideoWriter writer = VideoWriter.create(
                file, new VideoWriter.Settings(Montage.SIZE, Montage.FRAMES_A_SECOND, BITS_A_SECOND, 2))) {
            crowd.play(play, child, (seconds, picture, people) -> {
                try {
                    writer.add(Paper.part(picture, TOP));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            writer.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
