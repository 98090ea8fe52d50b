package io.kakou.analysis.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.look.Depth;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.models.Picture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatchTest {
    @TempDir
    private Path folder;

    @Test
    void a_film_of_one_stay_gives_one_alert_and_one_release_at_their_seconds() throws Exception {
        List<Judged> looks = looks(CabinFilm.write(folder.resolve("stay.mp4"), "...RRRRR........"));
        List<Alert> alerts = alerts(looks);
        assertThat(alerts).extracting(Alert::phase).containsExactly(AlertPhase.RAISED, AlertPhase.RELEASED);
        assertThat(alerts.get(0).onset().toEpochMilli()).isEqualTo(3000);
        assertThat(alerts.get(0).at().toEpochMilli()).isEqualTo(4000);
        assertThat(alerts.get(1).at().toEpochMilli()).isBetween(12_500L, 13_500L);
    }

    @Test
    void where_nothing_changes_the_detector_rests_and_nothing_is_lost() throws Exception {
        List<Judged> looks = looks(CabinFilm.write(folder.resolve("still.mp4"), "..RRRRRRRRRR"));
        assertThat(looks).hasSize(24);
        assertThat(looks.stream().filter(judged -> judged.look().depth() == Depth.GATED))
                .hasSizeGreaterThan(12);
        assertThat(alerts(looks)).hasSize(1);
    }

    @Test
    void the_same_file_gives_the_same_looks_and_judgements() throws Exception {
        Path film = CabinFilm.write(folder.resolve("twice.mp4"), "..RRR..R.......");
        assertThat(judgements(film)).isNotEmpty().isEqualTo(judgements(film));
    }

    @Test
    void a_still_picture_is_looked_at_until_the_rule_is_sure() throws Exception {
        List<Judged> with = looks(still("with.png", true));
        assertThat(with).hasSize(4);
        assertThat(alerts(with)).hasSize(1);
        assertThat(alerts(looks(still("without.png", false)))).isEmpty();
    }

    @Test
    void a_picture_that_cannot_be_judged_is_unknown() throws Exception {
        BufferedImage grey = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        Path file = folder.resolve("grey.png");
        ImageIO.write(grey, "png", file.toFile());
        assertThat(looks(file)).extracting(judged -> judged.look().depth()).containsOnly(Depth.UNKNOWN);
    }

    private static List<Judged> looks(Path file) throws UnreadableVideo {
        List<Judged> looks = new ArrayList<>();
        try (FileWatch watch = new FileWatch(file, CabinFilm.watch())) {
            for (FileWatch.Seen seen = watch.next(); seen != null; seen = watch.next()) {
                looks.add(seen.judged());
            }
        }
        return looks;
    }

    /** Each look's line is written while its picture holds. */
    private static List<Object> judgements(Path file) throws UnreadableVideo {
        List<Object> judgements = new ArrayList<>();
        try (FileWatch watch = new FileWatch(file, CabinFilm.watch())) {
            for (FileWatch.Seen seen = watch.next(); seen != null; seen = watch.next()) {
                judgements.add(
                        List.of(seen.judged().look().entry(), seen.judged().judgement()));
            }
        }
        return judgements;
    }

    private static List<Alert> alerts(List<Judged> looks) {
        return looks.stream()
                .flatMap(judged -> judged.judgement().alerts().stream())
                .toList();
    }

    private Path still(String name, boolean block) throws IOException {
        Picture picture = CabinFilm.picture(block);
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                image.setRGB(x, y, picture.rgbAt(x, y));
            }
        }
        Path file = Files.createFile(folder.resolve(name));
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
