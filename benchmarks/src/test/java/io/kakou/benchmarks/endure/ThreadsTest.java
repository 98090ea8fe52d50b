package io.kakou.benchmarks.endure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dumps half a minute apart, of one thread. */
class ThreadsTest {
    private static final String WORKS = "io.kakou.analysis.decode.Decoder.decode(Decoder.java:1)";
    private static final String NATIVE = "org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame(Native Method)";
    private static final String IN_KERNEL = "sun.nio.ch.EPoll.wait(java.base@17/Native Method)";

    private final Threads threads = new Threads();

    @Test
    void who_stands_in_native_code_in_three_dumps_and_does_nothing_is_stuck() {
        assertThat(three("RUNNABLE", NATIVE, 0)).containsExactly("decode:1 at " + NATIVE);
    }

    @Test
    void who_goes_round_at_one_place_with_a_whole_core_is_stuck() {
        assertThat(three("RUNNABLE", WORKS, 29_900)).hasSize(1);
    }

    @Test
    void who_waits_for_a_lock_that_nobody_gives_back_is_stuck() {
        assertThat(three("BLOCKED", WORKS, 0)).hasSize(1);
    }

    @Test
    void who_is_seen_at_one_place_by_chance_is_not() {
        assertThat(three("RUNNABLE", NATIVE, 9_000)).isEmpty();
    }

    @Test
    void who_waits_is_not() {
        assertThat(three("TIMED_WAITING", WORKS, 0)).isEmpty();
        assertThat(three("RUNNABLE", IN_KERNEL, 0)).isEmpty();
    }

    @Test
    void who_moved_on_meanwhile_is_not() {
        List<String> stuck = new ArrayList<>();
        for (String place : List.of(NATIVE, NATIVE, WORKS, NATIVE, NATIVE)) {
            stuck.addAll(threads.stuck(dump("RUNNABLE", place, 0, 0)));
        }
        assertThat(stuck).isEmpty();
    }

    @Test
    void a_thread_is_told_once_however_long_it_stands() {
        List<String> stuck = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            stuck.addAll(threads.stuck(dump("RUNNABLE", NATIVE, 0, 30 * i)));
        }
        assertThat(stuck).hasSize(1);
    }

    private List<String> three(String state, String place, double cpuMillisADump) {
        List<String> stuck = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            stuck.addAll(threads.stuck(dump(state, place, i * cpuMillisADump, 30 * i)));
        }
        return stuck;
    }

    /** As JDK 17 writes it. */
    private static String dump(String state, String place, double cpuMillis, double seconds) {
        return String.join(
                "\n",
                "2026-11-28 21:00:00",
                "Full thread dump OpenJDK 64-Bit Server VM (17.0.15+6 mixed mode, sharing):",
                "",
                "\"decode:1\" #31 daemon prio=5 os_prio=0 cpu=" + cpuMillis + "ms elapsed=" + (100 + seconds)
                        + "s tid=0x00007f00 nid=0x1f runnable  [0x00007f01]",
                "   java.lang.Thread.State: " + state + (state.startsWith("TIMED") ? " (parking)" : ""),
                "\tat " + place,
                "\t- locked <0x1> (a java.lang.Object)",
                "\tat java.lang.Thread.run(java.base@17/Thread.java:840)",
                "",
                "\"GC Thread\" os_prio=0 cpu=1.00ms elapsed=100.00s tid=0x00007f02 nid=0x2 runnable  ",
                "");
    }
}
