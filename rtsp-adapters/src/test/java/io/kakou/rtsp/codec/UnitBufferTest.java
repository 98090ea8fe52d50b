package io.kakou.rtsp.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Many cameras of one thread put their pictures together at one bench. */
class UnitBufferTest {
    private static final int BOUND = 1 << 20;

    @Test
    void pictures_that_come_in_turns_stay_apart() {
        SplittableRandom chance = new SplittableRandom(5);
        List<UnitBuffer> buffers = new ArrayList<>();
        List<byte[]> owed = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            buffers.add(new UnitBuffer(BOUND));
            owed.add(new byte[0]);
        }
        for (int step = 0; step < 5_000; step++) {
            int camera = chance.nextInt(buffers.size());
            if (chance.nextInt(40) == 0) {
                assertThat(buffers.get(camera).copyBehind(new byte[0])).isEqualTo(owed.get(camera));
                buffers.get(camera).clear();
                owed.set(camera, new byte[0]);
            } else {
                byte[] part = new byte[chance.nextInt(3_000)];
                Arrays.fill(part, (byte) chance.nextInt());
                buffers.get(camera).add(Unpooled.wrappedBuffer(part));
                owed.set(camera, join(owed.get(camera), part));
            }
        }
        for (int camera = 0; camera < buffers.size(); camera++) {
            assertThat(buffers.get(camera).copyBehind(new byte[] {7}))
                    .isEqualTo(join(new byte[] {7}, owed.get(camera)));
        }
    }

    @Test
    void a_picture_without_bounds_ends_at_its_own_while_others_go_on() {
        UnitBuffer small = new UnitBuffer(10);
        UnitBuffer large = new UnitBuffer(BOUND);
        large.add(Unpooled.wrappedBuffer(new byte[] {1, 2, 3}));
        small.add(Unpooled.wrappedBuffer(new byte[9]));
        small.start();
        large.add(Unpooled.wrappedBuffer(new byte[] {4}));

        assertThat(small.full()).isTrue();
        assertThat(large.copy(0, large.size())).containsExactly(1, 2, 3, 4);
        small.clear();
        assertThat(small.full()).isFalse();
        assertThat(large.copy(0, large.size())).containsExactly(1, 2, 3, 4);
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }
}
