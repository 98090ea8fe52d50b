package io.kakou.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {
    private static final int W = 160;
    private static final int H = 96;
    private final Gate gate = new Gate(Gate.Settings.DEFAULT);
    private final Random random = new Random(3);

    @Test
    void the_first_picture_is_looked_at() {
        assertThat(gate.compare(GateState.NEW, scene(0, 0, 1, 0)))
                .isEqualTo(new Change(1, true, GateState.NEW.noise()));
    }

    @ParameterizedTest(name = "a {0}x{1} thing of {2} more grey levels: {3}")
    @CsvSource({"6,12,60,true", "8,8,-40,true", "40,40,30,true", "3,3,200,false", "6,12,5,false", "0,0,0,false"})
    void a_thing_that_came_is_a_change(int width, int height, int brighter, boolean changed) {
        GateState state = GateState.NEW.lookedAt(scene(0, 0, 1, 0));

        Change change = gate.compare(state, with(width, height, brighter));

        assertThat(change.changed()).isEqualTo(changed);
        assertThat(change.share()).isLessThanOrEqualTo(width * height / (double) (W * H));
    }

    @Test
    void what_was_looked_at_and_stays_costs_nothing_and_its_leaving_is_a_change() {
        GateState state = GateState.NEW.lookedAt(with(20, 20, 60));

        assertThat(gate.compare(state, with(20, 20, 60)).changed()).isFalse();
        assertThat(gate.compare(state, scene(0, 0, 1, 0)).changed()).isTrue();
    }

    @ParameterizedTest(name = "light × {0} + {1}")
    @CsvSource({"1.4,0", "0.6,0", "1,30", "0.8,20", "1,-25"})
    void light_over_the_whole_picture_is_no_change(double gain, int offset) {
        GateState state = GateState.NEW.lookedAt(scene(0, 0, 1, 0));

        assertThat(gate.compare(state, scene(0, 0, gain, offset)).changed()).isFalse();
    }

    @Test
    void a_thing_that_comes_while_the_light_changes_is_a_change() {
        GateState state = GateState.NEW.lookedAt(scene(0, 0, 1, 0));

        assertThat(gate.compare(state, lit(with(20, 20, 60), 0.7)).changed()).isTrue();
    }

    @Test
    void a_lamp_s_pool_of_light_is_no_change_and_who_comes_into_it_is() {
        GreyPicture asphalt = picture((x, y) -> base(x, y) + grain(x, y));
        GateState state = GateState.NEW.lookedAt(asphalt);
        GreyPicture somebody =
                picture((x, y) -> base(x, y) + grain(x, y) - (x >= 70 && x < 78 && y >= 40 && y < 56 ? 40 : 0));

        assertThat(gate.compare(state, pool(asphalt)).changed()).isFalse();
        assertThat(gate.compare(state, pool(somebody)).changed()).isTrue();
    }

    /** Light is told by the texture that it leaves; where there is none, what changed may be a thing. */
    @Test
    void a_smooth_thing_that_leaves_a_smooth_wall_is_a_change() {
        GateState state =
                GateState.NEW.lookedAt(picture((x, y) -> x > 50 && x < 90 && y > 30 && y < 70 ? 130 : 90 + x / 4));

        assertThat(gate.compare(state, picture((x, y) -> 90 + x / 4)).changed()).isTrue();
    }

    @ParameterizedTest(name = "{0} grey levels")
    @CsvSource({"20", "-20", "35", "-60"})
    void a_large_smooth_thing_is_a_change_when_it_comes_and_when_it_goes(int brighter) {
        GreyPicture empty = picture((x, y) -> 90 + x / 4);
        GreyPicture there = picture((x, y) -> x >= 40 && x < 100 && y >= 30 && y < 80 ? 110 + brighter : 90 + x / 4);

        assertThat(gate.compare(GateState.NEW.lookedAt(empty), there).changed()).isTrue();
        assertThat(gate.compare(GateState.NEW.lookedAt(there), empty).changed()).isTrue();
    }

    @Test
    void edges_that_shake_by_less_than_half_a_pixel_are_no_change() {
        GateState state = GateState.NEW.lookedAt(picture((x, y) -> base(x, y)));

        assertThat(gate.compare(state, picture((x, y) -> (6 * base(x, y) + 4 * base(x + 1, y)) / 10))
                        .changed())
                .isFalse();
    }

    @Test
    void a_change_too_slow_for_neighbouring_pictures_adds_up() {
        GateState state = GateState.NEW.lookedAt(scene(0, 0, 1, 0));
        int opened = -1;
        for (int step = 1; step <= 60 && opened < 0; step++) {
            Change change = gate.compare(state, with(30, 30, step));
            state = gate.learn(state, change);
            opened = change.changed() ? step : -1;
        }

        assertThat(opened).isBetween(10, 25);
    }

    @ParameterizedTest(name = "flicker of {0} grey levels")
    @CsvSource({"0", "2", "5", "9"})
    void flicker_is_learned_and_no_change(double flicker) {
        GateState state = GateState.NEW.lookedAt(noisy(flicker));
        for (int i = 0; i < 100; i++) {
            state = gate.learn(state, gate.compare(state, noisy(flicker)));
        }
        int changes = 0;
        for (int i = 0; i < 50; i++) {
            changes += gate.compare(state, noisy(flicker)).changed() ? 1 : 0;
        }

        assertThat(changes).isZero();
        assertThat(state.noise()).isBetween(flicker, flicker * 1.6 + 1);
    }

    @Test
    void the_same_pictures_give_the_same_change() {
        GateState state = GateState.NEW.lookedAt(noisy(4));
        GreyPicture picture = noisy(4);

        assertThat(gate.compare(state, picture)).isEqualTo(gate.compare(state, picture));
    }

    @Test
    void a_setting_out_of_its_bounds_is_named() {
        assertThatThrownBy(() -> new Gate.Settings(0, 12, 4, 0.4, 0.05))
                .hasMessage("gate minimumShare 0.0; allowed: above 0, up to 1");
    }

    private GreyPicture noisy(double flicker) {
        return picture((x, y) -> base(x, y) + (int) Math.round(random.nextGaussian() * flicker));
    }

    private static GreyPicture with(int width, int height, int brighter) {
        return picture((x, y) -> base(x, y) + (x >= 70 && x < 70 + width && y >= 30 && y < 30 + height ? brighter : 0));
    }

    private static GreyPicture lit(GreyPicture picture, double gain) {
        return picture((x, y) -> (int) (picture.at(y * W + x) * gain));
    }

    /** As headlights make it on a road: 60 grey levels in the middle, and nothing beyond. */
    private static GreyPicture pool(GreyPicture picture) {
        return picture((x, y) -> {
            double u = (x - 90) / 28.0;
            double v = (y - 40) / 11.0;
            return picture.at(y * W + x) + (int) Math.round(50 * Math.exp(-(u * u + v * v) / 2));
        });
    }

    private static GreyPicture scene(int dx, int dy, double gain, int offset) {
        return picture((x, y) -> (int) (base(x + dx, y + dy) * gain) + offset);
    }

    /** A street's worth of edges. */
    /** As rough as asphalt. */
    private static int grain(int x, int y) {
        return (x * 31 + y * 17) % 7 - 3;
    }

    private static int base(int x, int y) {
        return 60 + (x / 20 * 37 + y / 16 * 53) % 90;
    }

    private static GreyPicture picture(IntBinaryOperator brightness) {
        byte[] luma = new byte[W * H];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = (byte) Math.max(0, Math.min(255, brightness.applyAsInt(i % W, i / W)));
        }
        return new GreyPicture(W, H, luma);
    }
}
