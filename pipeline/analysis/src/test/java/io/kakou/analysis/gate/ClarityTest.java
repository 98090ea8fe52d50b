package io.kakou.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class ClarityTest {
    private static final int W = 160;
    private static final int H = 96;
    private final Random random = new Random(3);

    @Test
    void a_camera_that_sees_as_usual_is_clear() {
        assertThat(after(used(), ClarityTest::street, 50).check()).isEqualTo(PictureCheck.CLEAR);
    }

    @Test
    void fog_is_told_when_it_lasts_and_not_before() {
        IntBinaryOperator fog = (x, y) -> street(x, y) / 5 + 150;

        assertThat(after(used(), fog, 3).check()).isEqualTo(PictureCheck.CLEAR);
        assertThat(after(used(), fog, 4).check()).isEqualTo(PictureCheck.FOGGED);
    }

    @Test
    void a_lens_out_of_focus_keeps_its_large_forms() {
        assertThat(after(used(), (x, y) -> mean(x, y, 4), 4).check()).isEqualTo(PictureCheck.BLURRED);
    }

    @Test
    void a_smooth_thing_before_the_lens_covers_it() {
        assertThat(after(used(), (x, y) -> 40 + x / 4, 4).check()).isEqualTo(PictureCheck.COVERED);
    }

    @Test
    void night_that_takes_the_contrast_with_the_light_is_clear() {
        assertThat(after(used(), (x, y) -> street(x, y) * 2 / 5, 20).check()).isEqualTo(PictureCheck.CLEAR);
    }

    @Test
    void something_large_before_a_part_of_it_is_clear() {
        assertThat(after(used(), (x, y) -> x < 60 ? 70 : street(x, y), 20).check())
                .isEqualTo(PictureCheck.CLEAR);
    }

    @Test
    void a_camera_that_is_turned_is_clear() {
        assertThat(after(used(), (x, y) -> street(x + 37, y + 11), 20).check()).isEqualTo(PictureCheck.CLEAR);
    }

    @Test
    void nothing_is_missed_where_there_never_was_texture() {
        IntBinaryOperator wall = (x, y) -> 90 + x / 8;
        Clarity clarity = after(Clarity.NEW, wall, 40);

        assertThat(after(clarity, (x, y) -> 60 + y / 8, 20).check()).isEqualTo(PictureCheck.CLEAR);
    }

    @Test
    void what_passes_while_it_learns_is_not_missed_afterwards() {
        Clarity passed = Clarity.NEW;
        for (int i = 0; i < 20; i++) {
            passed = after(passed, i % 4 == 0 ? ClarityTest::street : (x, y) -> 90 + x / 8, 2);
        }
        assertThat(after(passed, (x, y) -> 90 + x / 8, 10).check()).isEqualTo(PictureCheck.CLEAR);
    }

    @Test
    void when_the_fog_is_gone_it_is_clear_at_once() {
        Clarity fogged = after(used(), (x, y) -> street(x, y) / 5 + 150, 10);

        assertThat(after(fogged, ClarityTest::street, 1).check()).isEqualTo(PictureCheck.CLEAR);
    }

    @Test
    void the_very_same_picture_again_and_again_is_frozen_and_the_next_other_one_is_not() {
        GreyPicture still = picture(ClarityTest::street);
        Clarity clarity = Clarity.NEW;
        for (int i = 0; i < 120; i++) {
            clarity = clarity.after(still);
        }
        assertThat(clarity.check()).isEqualTo(PictureCheck.CLEAR);
        clarity = clarity.after(still);
        assertThat(clarity.check()).isEqualTo(PictureCheck.FROZEN);
        assertThat(after(clarity, ClarityTest::street, 1).check()).isEqualTo(PictureCheck.CLEAR);
    }

    @Test
    void a_torn_picture_is_told_at_once_and_nothing_is_learned_from_it() {
        Clarity torn = after(used(), (x, y) -> y > 60 ? 128 : street(x, y), 30, 0);

        assertThat(torn.check()).isEqualTo(PictureCheck.TORN);
        assertThat(after(torn, (x, y) -> street(x, y) / 5 + 150, 4).check()).isEqualTo(PictureCheck.FOGGED);
    }

    private Clarity used() {
        return after(Clarity.NEW, ClarityTest::street, 40);
    }

    private Clarity after(Clarity before, IntBinaryOperator brightness, int looks) {
        return after(before, brightness, looks, 0.7);
    }

    private Clarity after(Clarity before, IntBinaryOperator brightness, int looks, double noise) {
        Clarity clarity = before;
        for (int i = 0; i < looks; i++) {
            clarity = clarity.after(
                    picture((x, y) -> brightness.applyAsInt(x, y) + (int) Math.round(noise * random.nextGaussian())));
        }
        return clarity;
    }

    private static int street(int x, int y) {
        return 40 + (x / 20 * 37 + y / 16 * 53) % 90 + Math.floorMod((x / 2 * 73856093) ^ (y / 2 * 19349663), 60);
    }

    private static int mean(int x, int y, int radius) {
        int sum = 0;
        for (int i = x - radius; i <= x + radius; i++) {
            for (int k = y - radius; k <= y + radius; k++) {
                sum += street(Math.max(0, i), Math.max(0, k));
            }
        }
        return sum / (2 * radius + 1) / (2 * radius + 1);
    }

    private static GreyPicture picture(IntBinaryOperator brightness) {
        byte[] luma = new byte[W * H];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = (byte) Math.max(0, Math.min(255, brightness.applyAsInt(i % W, i / W)));
        }
        return new GreyPicture(W, H, luma);
    }
}
