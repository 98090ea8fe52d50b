package io.kakou.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With small programs of the shell as children. */
class SupervisorTest {
    private static final ChildSettings QUICK = new ChildSettings(0.01, 0.1, 30, 5);
    private static final String READY_UNTIL_END = "echo ready here; cat > /dev/null";

    @TempDir
    private Path folder;

    private final Heard heard = new Heard();

    @Test
    void a_child_that_is_killed_is_started_again_alone() throws Exception {
        try (Supervisor supervisor = supervisor(plan("a", READY_UNTIL_END), plan("b", READY_UNTIL_END))) {
            assertThat(supervisor.start(10)).isEmpty();
            assertThat(heard.next()).isEqualTo("a ready here");
            assertThat(heard.next()).isEqualTo("b ready here");
            String other = pid("b");

            ProcessHandle.of(Long.parseLong(pid("a"))).orElseThrow().destroyForcibly();

            assertThat(heard.next()).isEqualTo("a died 137");
            assertThat(heard.next()).isEqualTo("a ready here");
            assertThat(pid("b")).isEqualTo(other);
        }
        assertThat(heard.events).isEmpty();
        assertThat(folder.resolve("a.pid")).doesNotExist();
    }

    @Test
    void a_child_that_never_becomes_ready_holds_nobody_up_for_ever() throws Exception {
        try (Supervisor supervisor = supervisor(plan("a", "echo so; cat > /dev/null"), plan("b", READY_UNTIL_END))) {
            assertThat(supervisor.start(0.5)).containsExactly("a");
            assertThat(heard.next()).isEqualTo("a said so");
            assertThat(heard.next()).isEqualTo("b ready here");
        }
    }

    @Test
    void a_program_that_is_not_there_is_tried_again() throws Exception {
        ChildPlan none =
                new ChildPlan("none", List.of("/nowhere/none"), folder.resolve("none.pid"), folder.resolve("none.log"));
        try (Supervisor supervisor = supervisor(none)) {
            assertThat(supervisor.start(0.2)).containsExactly("none");
            assertThat(heard.next()).isEqualTo("none died -1");
            assertThat(heard.next()).isEqualTo("none died -1");
        }
    }

    @Test
    void a_child_that_does_not_end_by_itself_is_killed() throws Exception {
        ChildSettings hasty = new ChildSettings(0.01, 0.1, 30, 0.2);
        Supervisor supervisor = new Supervisor(List.of(plan("a", "echo ready; exec sleep 60")), hasty, heard);
        try (supervisor) {
            supervisor.start(10);
        }
        assertThat(folder.resolve("a.pid")).doesNotExist();
    }

    @Test
    void an_orphan_of_an_earlier_run_is_ended_and_a_stranger_is_not() throws Exception {
        Process orphan = new ProcessBuilder("sleep", "61").start();
        Path file = Files.writeString(folder.resolve("a.pid"), orphan.pid() + "\n");
        Orphans.end(file, "some other command line");
        assertThat(orphan.isAlive()).isTrue();

        Files.writeString(file, orphan.pid() + "\n");
        Orphans.end(file, "sleep");
        assertThat(orphan.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(file).doesNotExist();
    }

    private Supervisor supervisor(ChildPlan... plans) {
        return new Supervisor(List.of(plans), QUICK, heard);
    }

    private ChildPlan plan(String name, String script) {
        return new ChildPlan(
                name, List.of("/bin/sh", "-c", script), folder.resolve(name + ".pid"), folder.resolve(name + ".log"));
    }

    private String pid(String child) throws Exception {
        return Files.readString(folder.resolve(child + ".pid")).strip();
    }

    private static final class Heard implements Supervisor.Listener {
        private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

        @Override
        public void ready(String child, String detail) {
            events.add(child + " ready " + detail);
        }

        @Override
        public void said(String child, String line) {
            events.add(child + " said " + line);
        }

        @Override
        public void died(String child, int exit, double retrySeconds) {
            events.add(child + " died " + exit);
        }

        @Nullable
        String next() throws InterruptedException {
            return events.poll(10, TimeUnit.SECONDS);
        }
    }
}
