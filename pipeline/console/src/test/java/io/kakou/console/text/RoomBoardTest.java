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

    @Test
    void what_people_do_is_told_with_the_time_it_took_and_the_unit() {
        board.show(incident(
                step(TransitionKind.OPENED, 3),
                acted(IncidentState.ACCEPTED, 40, "x1"),
                acted(IncidentState.DISPATCHED, 50, "x2"),
                acted(IncidentState.DISPATCHED, 55, "x3"),
                acted(IncidentState.ON_SITE, 140, "x4"),
                acted(IncidentState.CLOSED, 203, "x5")));

        assertThat(lines.stream().skip(1).map(RoomBoardTest::withoutEvent))
                .containsExactly(
                        "23:14:42 已受理 accepted · 上报后 37 秒 37 s after the report",
                        "23:14:52 已派遣 dispatched · 上报后 47 秒 47 s after the report · 处置单位 unit 巡逻二组",
                        "23:14:57 增援 reinforced · 上报后 52 秒 52 s after the report · 处置单位 unit 巡逻二组",
                        "23:16:22 已到场 on site · 上报后 2 分 17 秒 2 min 17 s after the report · 处置单位 unit 巡逻二组",
                        "23:17:25 已结案 closed · 上报后 3 分 20 秒 3 min 20 s after the report");
    }

    @ParameterizedTest
    @CsvSource({
        "RESPOND,响应超时 not answered in time,撤销响应超时（实为按时） answered in time after all",
        "ARRIVE,到场超时 not on site in time,撤销到场超时（实为按时） on site in time after all",
        "REINFORCE,增援超时 not reinforced in time,撤销增援超时（实为按时） reinforced in time after all",
        "LATER,时限已过 overdue,撤销超时（实为按时） in time after all"
    })
    void what_ran_out_is_told_and_taken_back(String step, String overdue, String withdrawn) {
        Transition late = Transition.of(ID, TransitionKind.OVERDUE, IncidentState.REPORTED, at(63), step);
        board.show(incident(
                step(TransitionKind.OPENED, 3),
                new Transition(late.id(), late.kind(), late.state(), late.at(), late.cause(), "down-1", null, null),
                Transition.of(ID, TransitionKind.OVERDUE_WITHDRAWN, IncidentState.ACCEPTED, at(40), step)));

        assertThat(lines.stream().skip(1).map(RoomBoardTest::withoutEvent))
                .containsExactly(
                        "23:15:05 " + overdue
                                + " · 时限 limit 1 分 0 秒 1 min 0 s · 系统停机期间到期 ran out while the system was down",
                        "23:14:42 " + withdrawn);
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

    /** A line without room, event, camera and id, which are the same in all. */
    private static String withoutEvent(String line) {
        return line.replace(" [彭埠街道指挥室]", "")
                .replace(": 疑似电动车（两轮车）进入电梯 suspected e-bike in lift (two-wheeler) · 摄像头 camera lift-7", "")
                .replace(" · " + ID, "");
    }

    private static Instant at(int seconds) {
        return ONSET.plusSeconds(seconds);
    }

    private static Transition acted(IncidentState state, int seconds, String action) {
        return Transition.of(ID, TransitionKind.ACTED, state, at(seconds), action);
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
                List.of(transitions),
                "巡逻二组",
                List.of());
    }
}
