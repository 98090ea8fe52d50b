package io.kakou.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kakou.models.features.FeatureMap;
import io.kakou.models.onnx.OnnxSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticTest {
    private static final int WIDTH = 12;

    @Test
    void it_finds_the_one_feature_that_tells() {
        Logistic.Fit fit = fit("a", "b");
        Random random = new Random(99);
        int right = 0;
        for (int i = 0; i < 500; i++) {
            boolean truth = i % 2 == 0;
            right += fit.at(cell(truth, random)) > 0 == truth ? 1 : 0;
        }
        assertThat(right).isGreaterThan(480);
    }

    @Test
    void the_same_cells_give_the_same_weights() {
        assertThat(fit("a", "b").weights()).isEqualTo(fit("a", "b").weights());
    }

    @Test
    void at_the_end_the_gradient_is_nearly_nothing() {
        Cells cells = cells("a", "b");
        Logistic.Loss loss = new Logistic.Loss(cells.standardised(new float[WIDTH], ones()), cells.truths(), 1);
        double[] gradient = new double[WIDTH + 1];
        double before = loss.at(new double[WIDTH + 1], gradient);
        double[] end = new Descent(loss, 200).from(new double[WIDTH + 1]);
        assertThat(loss.at(end, gradient)).isLessThan(before / 2);
        for (double slope : gradient) {
            assertThat(slope).isCloseTo(0, within(0.05));
        }
    }

    @Test
    void a_group_is_left_out_whole() {
        Cells cells = cells("a", "b");
        assertThat(cells.without(group -> group.equals("a")).size()).isEqualTo(cells.size() / 2);
    }

    @Test
    void the_onnx_head_says_what_the_fit_says() throws Exception {
        Logistic.Fit fit = fit("a");
        int side = 5;
        Random random = new Random(3);
        float[] values = new float[side * side * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = 3 * random.nextFloat();
        }
        FeatureMap map = FeatureMap.square(WIDTH, FloatBuffer.wrap(values));
        try (OnnxSession session = new OnnxSession("head", HeadWriter.write(fit, side))) {
            session.start();
            FloatBuffer heat =
                    session.run(FloatBuffer.wrap(values), 1, side, side, WIDTH).get(0);
            float most = 0;
            for (int i = 0; i < side * side; i++) {
                most = Math.max(most, heat.get(i));
            }
            double expected = 1 / (1 + Math.exp(-Heat.of(map, fit).most()));
            assertThat((double) most).isCloseTo(expected, within(1e-5));
        }
    }

    @Test
    void the_onnx_head_of_quarters_says_what_the_fit_says() throws Exception {
        int side = 6;
        int channels = WIDTH / 4;
        Logistic.Fit fit = fit("a");
        Random random = new Random(4);
        float[] values = new float[side * side * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = 3 * random.nextFloat();
        }
        float[] quarters = Quarters.of(FeatureMap.square(channels, FloatBuffer.wrap(values)));
        try (OnnxSession session = new OnnxSession("head", HeadWriter.quarters(fit, side))) {
            session.start();
            float body = session.run(FloatBuffer.wrap(values), 1, side, side, channels)
                    .get(0)
                    .get(0);
            assertThat((double) body).isCloseTo(1 / (1 + Math.exp(-fit.at(quarters))), within(1e-5));
        }
    }

    private static Logistic.Fit fit(String... groups) {
        return new Logistic(new Logistic.Settings(1, 50)).fit(cells(groups));
    }

    private static Cells cells(String... groups) {
        Random random = new Random(1);
        List<Cells.Cell> cells = new ArrayList<>();
        for (String group : groups) {
            for (int i = 0; i < 300; i++) {
                boolean truth = i % 3 == 0;
                cells.add(new Cells.Cell(cell(truth, random), truth, group));
            }
        }
        return new Cells(cells);
    }

    private static float[] cell(boolean truth, Random random) {
        float[] cell = new float[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            cell[i] = (float) Math.max(0, random.nextGaussian());
        }
        cell[4] += truth ? 3 : 0;
        return cell;
    }

    private static float[] ones() {
        float[] ones = new float[WIDTH];
        java.util.Arrays.fill(ones, 1);
        return ones;
    }
}
