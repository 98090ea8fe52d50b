package io.kakou.models.mucktruck;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.models.coco.CocoDetector;
import io.kakou.models.coco.Pictures;
import io.kakou.models.decoding.Kept;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.weights.CocoPart;
import io.kakou.models.weights.RealWeights;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On sources that the head has not been trained on. */
class MuckTruckDetectorTest {
    private static final Kept SETTINGS = Kept.DEFAULT.withMinScore(0.15);
    private static CocoDetector stock = new CocoDetector(RealWeights.coco(CocoPart.DETECTOR_WITH_MAP), SETTINGS);
    private static MuckTruckDetector detector =
            new MuckTruckDetector(stock, MuckTruckHead.committed(), MuckTruckDetector.Settings.DEFAULT);

    @BeforeAll
    static void start() throws UnusableModel {
        stock.start();
        detector.start();
    }

    @AfterAll
    static void close() {
        detector.close();
        stock.close();
    }

    @Test
    void tippers_are_called_muck_trucks() throws Exception {
        List<Path> tippers = Pictures.in(Pictures.folder("truck/tippers-a"));
        assertThat(tippers).hasSize(13);
        assertThat(called(tippers)).isGreaterThanOrEqualTo(11);
    }

    @Test
    void buses_and_cars_in_a_flood_are_not() throws Exception {
        List<Path> streets = Pictures.in(Pictures.folder("flood/bus-depth/dataset/valid/images"))
                .subList(0, 40);
        assertThat(called(streets)).isLessThanOrEqualTo(2);
    }

    @Test
    void where_no_vehicle_is_it_says_what_the_stock_detector_says() {
        var grey = Pictures.drawn(300, 300, (x, y) -> 0x808080);
        assertThat(detector.detect(grey)).isEqualTo(stock.detect(grey));
        assertThat(detector.judge(grey)).isEmpty();
        assertThat(detector.identity()).startsWith(stock.identity() + "+muck-truck-head@");
        assertThat(detector.inputSize()).isEqualTo(stock.inputSize());
    }

    private static int called(List<Path> files) throws Exception {
        int called = 0;
        for (Path file : files) {
            called += detector.detect(Pictures.read(file)).stream()
                            .anyMatch(one -> one.label().equals(MuckTruckDetector.LABEL))
                    ? 1
                    : 0;
        }
        return called;
    }
}
