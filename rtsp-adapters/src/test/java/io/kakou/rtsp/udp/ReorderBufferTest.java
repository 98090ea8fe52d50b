package io.kakou.rtsp.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kakou.rtsp.rtp.RtpHeader;
import io.kakou.rtsp.rtp.RtpPacket;
import io.kakou.rtsp.rtp.SequenceWatch;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReorderBufferTest {
    private static final int MOST = 16;
    private static final long PATIENCE = 100;

    private final List<Integer> out = new ArrayList<>();
    private final SequenceWatch watch = new SequenceWatch();
    private final ReorderBuffer buffer = new ReorderBuffer(MOST, PATIENCE, this::came);

    @AfterEach
    void close() {
        buffer.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in order             | 1 2 3 4               | 1 2 3 4",
                "two swapped          | 1 3 2 4               | 1 2 3 4",
                "backwards            | 1 5 4 3 2 6           | 1 2 3 4 5 6",
                "twice while it waits | 1 3 3 2 4             | 1 2 3 4",
                "round the end        | 65534 0 65535 2 1     | 65534 65535 0 1 2",
                "a gap that stays     | 1 3 4                 | 1",
                "too many behind it   | 1 3 4 18              | 1 3 4",
                "a jump ahead         | 1 40000 40001         | 1 40000 40001",
                "a jump back          | 40000 7 8             | 40000 7 8",
            })
    void gives_out(String row, String came, String given) {
        take(came);
        assertThat(out).as(row).containsExactlyElementsOf(numbers(given));
    }

    @Test
    void a_gap_is_waited_for_so_long_and_no_longer() {
        buffer.take(packet(1, 7), 0);
        buffer.take(packet(3, 7), 10);
        buffer.take(packet(5, 7), 30);
        assertThat(buffer.nanosLeft(50)).isEqualTo(60);
        buffer.tick(109);
        assertThat(out).containsExactly(1);
        buffer.tick(110);
        assertThat(out).containsExactly(1, 3);
        assertThat(buffer.nanosLeft(110)).isEqualTo(20);
        buffer.tick(130);
        assertThat(out).containsExactly(1, 3, 5);
        assertThat(buffer.waits()).isFalse();
        assertThat(watch.lost()).isEqualTo(2);
    }

    @Test
    void another_sender_begins_anew_and_nothing_that_waited_is_held_back() {
        take("1 3");
        buffer.take(packet(900, 8), 0);
        buffer.take(packet(902, 8), 0);
        buffer.take(packet(901, 8), 0);
        assertThat(out).containsExactly(1, 3, 900, 901, 902);
    }

    @Test
    void what_is_no_rtp_passes_at_once() {
        List<ByteBuf> passed = new ArrayList<>();
        try (ReorderBuffer plain = new ReorderBuffer(MOST, PATIENCE, passed::add)) {
            plain.take(Unpooled.wrappedBuffer(new byte[5]), 0);
            plain.take(Unpooled.wrappedBuffer(new byte[40]), 0);
        }
        assertThat(passed).hasSize(2).allMatch(ByteBuf::release);
    }

    @Test
    void what_still_waits_is_released_at_the_end() {
        ByteBuf waiting = packet(3, 7);
        buffer.take(packet(1, 7), 0);
        buffer.take(waiting, 0);
        buffer.close();
        assertThat(waiting.refCnt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void of_shuffled_lost_and_doubled_packets_every_one_that_came_is_given_once_and_every_lost_one_counted(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        int first = chance.nextInt(0x10000);
        int sent = 20_000;
        Set<Integer> dropped = new HashSet<>();
        List<int[]> wire = new ArrayList<>(); // place on the wire, number
        for (int i = 0; i < sent; i++) {
            boolean edge = i < MOST || i >= sent - MOST; // where nothing before or behind shows that one is missing
            if (!edge && chance.nextInt(50) == 0) {
                dropped.add(i);
                continue;
            }
            int delay = edge ? 0 : chance.nextInt(MOST / 2);
            wire.add(new int[] {i + delay, i});
            if (chance.nextInt(20) == 0) {
                wire.add(new int[] {i + delay + chance.nextInt(3), i});
            }
        }
        wire.sort((a, b) -> Integer.compare(a[0], b[0]));
        for (int[] each : wire) {
            buffer.take(packet((first + each[1]) & 0xffff, 7), 0);
        }
        buffer.tick(PATIENCE);

        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < sent; i++) {
            if (!dropped.contains(i)) {
                expected.add((first + i) & 0xffff);
            }
        }
        assertThat(out).isEqualTo(expected);
        assertThat(watch.lost()).isEqualTo(dropped.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 1 << 15})
    void its_size_is_a_power_of_two_far_below_the_numbers(int most) {
        assertThatThrownBy(() -> new ReorderBuffer(most, PATIENCE, ByteBuf::release))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("most " + most);
    }

    /** As a session does: what is old is none. */
    private void came(ByteBuf bytes) {
        RtpPacket packet = Objects.requireNonNull(RtpPacket.parse(bytes));
        if (watch.see(packet) != SequenceWatch.Verdict.OLD) {
            out.add(packet.sequence());
        }
        bytes.release();
    }

    private void take(String sequences) {
        numbers(sequences).forEach(sequence -> buffer.take(packet(sequence, 7), 0));
    }

    private static List<Integer> numbers(String text) {
        return List.of(text.split(" ", -1)).stream().map(Integer::valueOf).toList();
    }

    private static ByteBuf packet(int sequence, int ssrc) {
        ByteBuf packet = Unpooled.buffer();
        RtpPacket.writeHeader(packet, new RtpHeader(false, 96, sequence, 0, ssrc));
        return packet.writeInt(0);
    }
}
