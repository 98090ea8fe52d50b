package io.kakou.console.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.Area;
import io.kakou.events.AreaLevel;
import io.kakou.events.EventKind;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Transition;
import io.kakou.events.TransitionKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoomBoardTest {
    private static final Instant ONSET = Instant.parse("2026-03-01T15:14:02Z");
    private static final String ID = "lift-7~EBIKE_IN_LIFT~1772378042000~a1";
    private static final RoomNames NAMES = new RoomNames(List.of(
            new Area("grid-4", "第四网格", AreaLevel.GRID, "pengbu", "pengbu-room", List.of()),
            new Area("pengbu", "彭埠街道", AreaLevel.STREET, null, "pengbu-room", List.of())));

    private final List<String> lines = new ArrayList<>();
    private final RoomBoard board = new RoomBoard(lines::add, ZoneId.of("Asia/Shanghai"), NAMES);

    @Test
    void a_new_incident_and_its_release_are_two_lines() {
        board.show(incident(step(TransitionKind.OPENED, 3)));
        board.show(incident(step(TransitionKind.OPENED, 3), step(TransitionKind.RELEASED, 12)));

        assertThat(lines)
                .containsExactly(
                        "23:14:05 [彭埠街道指挥室] 新警情 new: 疑似电动车（两轮车）进入电梯 suspected e-bike in lift (two-wheeler)"
                                + " · 摄像头 camera lift-7 · 发生 since 23:14:02 · 得分 score 0.83 · " + ID,
                        "23:14:14 [彭埠街道指挥室] 已离开电梯 released, 历时 12 秒 after 12 s: 疑似电动车（两轮车）进入电梯 suspected e-bike in"
                                + " lift (two-wheeler) · 摄像头 camera lift-7 · " + ID);
    }

    @Test
    void a_transition_that_comes_again_is_told_once() {
        board.show(incident(step(TransitionKind.OPENED, 3)));
        board.show(incident(step(TransitionKind.OPENED, 3)));

        assertThat(lines).hasSize(1);
    }

    @Test
    void what_is_remembered_has_a_bound() {
        board.show(incident(step(TransitionKind.OPENED, 3)));
        for (int i = 0; i < RoomBoard.MOST_REMEMBERED; i++) {
            board.show(incident(Transition.of(ID, TransitionKind.ACTED, IncidentState.ACCEPTED, ONSET, "x" + i)));
        }
        lines.clear();
        board.show(incident(step(TransitionKind.OPENED, 3)));

        assertThat(lines).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(TransitionKind.class)
    void every_change_has_its_line(TransitionKind kind) {
        board.show(incident(step(kind, 3)));

        assertThat(lines).singleElement().satisfies(line -> assertThat(line)
                .startsWith("23:14:05 [彭埠街道指挥室] ")
                .contains("进入电梯")
                .endsWith(ID));
    }

    @ParameterizedTest
    @CsvSource({"0,0 秒,0 s", "59,59 秒,59 s", "61,1 分 1 秒,1 min 1 s", "3600,1 小时 0 分 0 秒,1 h 0 min 0 s"})
    void durations_are_told_as_people_say_them(long seconds, String chinese, String english) {
        assertThat(Wording.chineseDuration(seconds)).isEqualTo(chinese);
        assertThat(Wording.englishDuration(seconds)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({"pengbu-room,彭埠街道指挥室", "other-room,other-room", "unassigned,未分配 unassigned"})
    void a_room_is_called_after_its_largest_area(String room, String name) {
        assertThat(NAMES.apply(room)).isEqualTo(name);
    }

    @Test
    void control_characters_do_not_reach_the_terminal() {
        new RoomBoard(lines::add, ZoneId.of("UTC"), room -> "\u001b[31mroom\n")
                .show(incident(step(TransitionKind.OPENED, 3)));

        assertThat(lines).singleElement().satisfies(line -> assertThat(line).doesNotContainPattern("\\p{Cntrl}"));
    }

    private static Transition step(TransitionKind kind, int seconds) {
        return Transition.of(ID, kind, IncidentState.REPORTED, ONSET.plusSeconds(seconds), "a1");
    }

    private static Incident incident(Transition... transitions) {
        Alert alert = new Alert(
                "a1",
                AlertPhase.RAISED,
                EventKind.EBIKE_IN_LIFT,
                "two-wheeler",
                "ebike-in-lift/1",
                "lift-7",
                null,
                null,
                ONSET.plusSeconds(3),
                ONSET,
                0.83,
                List.of(),
                List.of(),
                "worker-1",
                1);
        return new Incident(
                ID,
                EventKind.EBIKE_IN_LIFT,
                "lift-7~EBIKE_IN_LIFT",
                "grid-4",
                "pengbu-room",
                "lift-7",
                null,
                IncidentState.REPORTED,
                ONSET,
                ONSET,
                transitions.length,
                1,
                List.of(alert),
                List.of(transitions));
    }
}
