package io.kakou.app.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.look.PlannerSettings;
import io.kakou.analysis.plate.PlateSighting;
import io.kakou.analysis.watch.CameraWatch;
import io.kakou.analysis.watch.FileWatch;
import io.kakou.app.StagedLift;
import io.kakou.app.detector.Detectors;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.models.Detector;
import io.kakou.models.dataset.PictureFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A truck comes up a street and shows its plate: the whole line from the film to what is told of it. */
class PlateOnFootageTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource("rec_crop/_1_皖KD01833.jpg, 皖KD01833")
    void tells_the_plate_of_a_truck_that_comes_near(String plate, String text) throws Exception {
        try (Detectors detectors = StagedLift.detectors()) {
            List<PlateSighting> told = told(detectors, new StagedTruck(), plate);
            assertThat(told).extracting(PlateSighting::plate).contains(text);
            assertThat(told)
                    .filteredOn(sighting -> sighting.plate() != null)
                    .extracting(PlateSighting::plate)
                    .containsOnly(text);
        }
    }

    private List<PlateSighting> told(Detectors detectors, StagedTruck truck, String plate) throws Exception {
        Path crop = StagedTruck.DATA.resolve("plate/hyperlpr/resource/images").resolve(plate);
        Path film = truck.film(Files.createTempFile(folder, "truck", ".mp4"), PictureFile.read(crop));
        Camera camera = new Camera("gate-1", "gate-1", CameraKind.GATE, null, null, null, null, List.of(), List.of());
        Detector detector = detectors.of(CameraKind.GATE);
        CameraJudge judge = new CameraJudge(camera, detector, detectors.readers(camera), JudgeSettings.DEFAULT);
        CameraWatch watch = new CameraWatch(judge, PlannerSettings.STREET);
        List<PlateSighting> told = new ArrayList<>();
        try (FileWatch footage = new FileWatch(film, watch)) {
            for (FileWatch.Seen seen = footage.next(); seen != null; seen = footage.next()) {
                told.addAll(seen.judged().judgement().plates());
            }
        }
        return told;
    }
}
