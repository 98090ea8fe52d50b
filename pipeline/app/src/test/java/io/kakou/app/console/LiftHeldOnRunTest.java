package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.StagedLift;
import io.kakou.app.demo.VisitedLift;
import io.kakou.app.role.Role;
import io.kakou.events.Alert;
import io.kakou.events.LiftReason;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Doors that are held by {@code kakou run}, each of its processes real, behind a Modbus slave of another library: while the log
 * and the rooms stand still and are killed, too.
 */
class LiftHeldOnRunTest {
    private static final double PATIENCE_SECONDS = 240;
    /** From the picture in which it was decided to the controller that holds. */
    private static final double PROMPT_SECONDS = 1;
    /** A look that saw it is a reason for 6 s; pictures are read two seconds before they are shown. */
    private static final double FREE_SECONDS = 6 + 2 + PulsePlc.RELEASE_SECONDS;

    private static final double STAYS_SECONDS = 30;
    private static final String READY = "kakou: room is ready";

    @TempDir
    private Path folder;

    private VisitedLift passed;
    private VisitedLift stayed;

    @BeforeEach
    void films() throws Exception {
        passed = VisitedLift.cut(StagedLift.clip(), folder);
        stayed = passed.another();
    }

    @Test
    void doors_are_held_and_let_go_whatever_becomes_of_the_log_and_the_rooms_and_a_room_hears_of_who_stays()
            throws Exception {
        try (RtspLoops loops = new RtspLoops(1, InstantSource.system());
                RtspServer cameras = new RtspServer(
                        loops, ServerSettings.defaults().withPort(0), Map.of("lift-1", passed, "lift-2", stayed));
                PulsePlc first = new PulsePlc();
                PulsePlc second = new PulsePlc()) {
            loops.start();
            cameras.start();
            try (RunProgram run = new RunProgram(folder, config(cameras))) {
                run.await("the rooms", READY::equals, PATIENCE_SECONDS);
                OnRun on = new OnRun(run, folder);
                commission(on, first, second);
                whole(run, on, first, second);
            }
        }
    }

    private void commission(OnRun on, PulsePlc first, PulsePlc second) throws Exception {
        String file = "lifts:\n- {id: cabin-1, camera: lift-1, controller: " + first.controller() + "}\n"
                + "- {id: cabin-2, camera: lift-2, controller: " + second.controller() + "}\n";
        Path lifts = Files.writeString(folder.resolve("lifts.yml"), file);
        on.kakou("lifts", "import", lifts.toString());
        assertThat(on.kakou("lifts", "test", "cabin-1", "cabin-2"))
                .hasSize(2)
                .allMatch(line -> line.contains(": passed: it let the door go by itself after "));
        on.await("/api/lifts", lift -> lift.size() == 2 && stages(lift).equals(List.of("FREE", "FREE")));
    }

    private static List<String> stages(JsonNode lifts) {
        return List.of(lifts.at("/0/stage").asText(), lifts.at("/1/stage").asText());
    }

    private void whole(RunProgram run, OnRun on, PulsePlc first, PulsePlc second) throws Exception {
        int tests = second.taken().size();
        stayed.comes();
        PulsePlc.Taken one = visit(first);
        on.await("/api/lifts", lifts -> lifts.at("/0/stops").asInt() == 1);
        assertThat(second.isHeld()).isTrue();

        on.signal("STOP", Role.LOG, Role.ROOM);
        PulsePlc.Taken two = visit(first);
        assertThat(second.isHeld()).isTrue();
        Instant back = Instant.now();
        on.signal("KILL", Role.LOG, Role.ROOM);

        run.await("the rooms again", line -> run.lines(READY).size() == 2, PATIENCE_SECONDS);
        on.await(
                "/api/lifts",
                each -> each.at("/0/stops").asInt() == 2 && each.at("/1/stayed").asInt() == 1);
        assertThat(second.isHeld()).isTrue();
        leaves(stayed, second);
        assertThat(first.taken().get(first.taken().size() - 1).at()).isBefore(back);

        unbroken(second.taken().subList(tests, second.taken().size()));
        prompt("the first", alerts(on, "lift-1").get(0), one);
        prompt("the second, without the log", alerts(on, "lift-1").get(1), two);
        prompt("the one that stays", alerts(on, "lift-2").get(0), second.taken().get(tests));
        told(on);
    }

    /** An e-bike comes, is seen, and leaves; the first hold for it. The door goes by itself. */
    private PulsePlc.Taken visit(PulsePlc plc) throws Exception {
        int before = plc.taken().size();
        passed.comes();
        PulsePlc.Taken taken = plc.awaitTaken(before, PATIENCE_SECONDS);
        leaves(passed, plc);
        return taken;
    }

    private static void leaves(VisitedLift film, PulsePlc plc) throws Exception {
        film.leaves();
        Instant empty = film.awaitEmpty(PATIENCE_SECONDS);
        Instant free = plc.awaitFree(PATIENCE_SECONDS);
        double seconds = Duration.between(empty, free).toMillis() / 1e3;
        System.out.println("free " + seconds + " s after the cabin was empty");
        assertThat(seconds).isLessThan(FREE_SECONDS);
    }

    private static void prompt(String which, Alert alert, PulsePlc.Taken taken) {
        double seconds = Duration.between(alert.at(), taken.at()).toMillis() / 1e3;
        System.out.println(which + ": held " + seconds + " s after the picture in which it was decided");
        assertThat(seconds).as(which).isBetween(0.0, PROMPT_SECONDS);
    }

    /** From its first to its last hold the door was never free. */
    private static void unbroken(List<PulsePlc.Taken> taken) {
        assertThat(taken).hasSizeGreaterThan((int) STAYS_SECONDS / PulsePlc.RELEASE_SECONDS);
        for (int i = 1; i < taken.size(); i++) {
            assertThat(taken.get(i).at()).isBeforeOrEqualTo(taken.get(i - 1).until());
        }
    }

    private static List<Alert> alerts(OnRun on, String camera) throws Exception {
        try (LogTopic log = new LogTopic(on.log(), Topic.ALERTS)) {
            Predicate<String> wanted = text -> text.contains('"' + camera + '"') && text.contains("\"RAISED\"");
            Alert first = Json.read(Alert.class, log.await(wanted));
            return camera.equals("lift-1") ? List.of(first, Json.read(Alert.class, log.await(wanted))) : List.of(first);
        }
    }

    /** A room heard of the one that stayed, when it had, and of no other. */
    private static void told(OnRun on) throws Exception {
        JsonNode incidents = on.await("/api/incidents?state=all", all -> !all.isEmpty());
        assertThat(incidents).hasSize(1);
        String told = incidents.at("/0/alerts/0").toString();
        Alert alert = Json.read(Alert.class, told.getBytes(StandardCharsets.UTF_8));
        assertThat(alert.camera()).isEqualTo("lift-2");
        assertThat(alert.subject()).isEqualTo(LiftReason.STAYS.word());
        assertThat(Duration.between(alert.onset(), alert.at()).toMillis() / 1e3).isGreaterThan(STAYS_SECONDS);
    }

    private Path config(RtspServer cameras) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String id : List.of("lift-1", "lift-2")) {
            lines.append("- {id: " + id + ", kind: LIFT, watched: [EBIKE_IN_LIFT], subStream: \"" + cameras.url(id)
                    + "\"}\n");
        }
        Files.writeString(folder.resolve("cameras.yml"), lines);
        return Files.writeString(
                folder.resolve("kakou.yml"), "data: d\nconsole: {port: 0}\nseed: {cameras: cameras.yml}\n");
    }
}
