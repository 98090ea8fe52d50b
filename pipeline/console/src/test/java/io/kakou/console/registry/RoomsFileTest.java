package io.kakou.console.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kakou.console.areas.AreaMap;
import io.kakou.events.ClockLimit;
import io.kakou.events.ClockProfile;
import io.kakou.events.ClockStep;
import io.kakou.events.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomsFileTest {
    @Test
    void the_template_is_a_file_that_can_be_taken() throws Exception {
        Held held = read(RoomsFile.template());

        assertThat(held.clocks())
                .extracting(ClockProfile::id)
                .containsExactly("1-3-5", "125", "30515", "trucks-working-hours");
        assertThat(held.clocks().get(0).limits()).isEqualTo(ClockProfile.DEFAULT.limits());
        assertThat(held.clocks().get(2).limits())
                .contains(
                        new ClockLimit(ClockStep.RESPOND, 30),
                        new ClockLimit(ClockStep.ARRIVE, 300),
                        new ClockLimit(ClockStep.HANDLE, 900),
                        new ClockLimit(ClockStep.FOLLOW_UP, 86_400));
        assertThat(Findings.ofRooms(held, new AreaMap(List.of())).values()).allMatch(List::isEmpty);
    }

    @Test
    void the_templates_calendar_works_on_the_days_that_the_notice_of_2026_says() throws Exception {
        WorkCalendar china = read(RoomsFile.template()).calendars().get(0);
        List<String> worked =
                List.of("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10");
        List<String> free = List.of(
                "2026-01-02",
                "2026-02-16",
                "2026-02-23",
                "2026-04-06",
                "2026-05-05",
                "2026-06-19",
                "2026-09-25",
                "2026-10-07",
                "2026-02-21");

        assertThat(worked).allMatch(day -> china.isWorked(LocalDate.parse(day)));
        assertThat(free).noneMatch(day -> china.isWorked(LocalDate.parse(day)));
        assertThat(china.holidays()).hasSize(33);
        // Friday 13 February, 16:00: an hour that day, seven on the Saturday that is worked, and then nine days of
        // holidays.
        assertThat(china.after(Instant.parse("2026-02-13T08:00:00Z"), Duration.ofHours(9)))
                .isEqualTo(Instant.parse("2026-02-24T02:00:00Z"));
    }

    @Test
    void everything_in_a_file_is_read_and_json_is_yaml() throws Exception {
        String yaml =
                """
                duties:
                  - room: pengbu-room
                    calendar: city
                    shifts: [{days: WORKED, from: 08:00, to: 20:30, people: [张三]}]
                calendars:
                  - {id: city, workdays: [2026-10-10]}
                secondOwners:
                  - {id: police, room: police-room, kinds: [LOST_CHILD], area: pengbu}
                clocks:
                """;
        Held held = read(yaml);
        String json =
                "{\"secondOwners\":[{\"id\":\"police\",\"room\":\"police-room\",\"kinds\":[\"LOST_CHILD\"],\"area\":\"pengbu\"}]}";

        assertThat(held.duties().get(0).shifts().get(0).to()).isEqualTo("20:30");
        assertThat(held.calendars().get(0).isWorked(LocalDate.of(2026, 10, 10))).isTrue();
        assertThat(read(json).secondOwners()).isEqualTo(held.secondOwners());
        assertThat(held.clocks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clokcs: [] | key \"clokcs\" is not known; allowed: clocks, calendars, duties, secondOwners",
                "clocks: {} | clocks is no list; allowed: a list",
                "clocks: [7] | clocks 1 is no mapping; allowed: its fields",
                "clocks: [{id: a, knids: []}] | clocks 1: key \"knids\" is not known; allowed: areas, calendar, id, kinds,"
                        + " ladder, limits",
                "clocks: [{id: a, kinds: [WATER]}] | clocks 1: kinds is \"WATER\"; allowed: WATERLOGGING, LOST_CHILD,"
                        + " EBIKE_IN_LIFT, MUCK_TRUCK, DUMPING",
                "secondOwners: [{id: a, room: r}, {id: a, room: s}] | secondOwners 2: there is another also~a; allowed: each once",
                "[] | it is no mapping; allowed: a mapping of clocks, calendars, duties, secondOwners",
            })
    void what_a_person_has_mistyped_is_named_with_what_is_allowed(String file, String problem) {
        assertThatExceptionOfType(UnfitFile.class).isThrownBy(() -> read(file)).withMessage(problem);
    }

    @Test
    void every_problem_is_told_at_once_with_the_records_own_reasons() {
        String file =
                """
                clocks:
                  - {id: a, limits: [{step: RESPOND, seconds: 0}]}
                  - {id: b, limits: [{step: CLOSE, seconds: 9, counting: WORKING_HOURS}]}
                duties:
                  - {room: r, shifts: [{from: "08:00"}]}
                calendars:
                  - {id: c, holidays: [2026-02-30]}
                """;
        assertThatExceptionOfType(UnfitFile.class).isThrownBy(() -> read(file)).satisfies(e -> assertThat(e.problems())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("clocks 1: ") && line.contains("seconds of step RESPOND"))
                .anyMatch(line -> line.startsWith("clocks 2: ") && line.contains("without a calendar"))
                .anyMatch(line -> line.startsWith("duties 1: "))
                .anyMatch(line -> line.startsWith("calendars 1: ")));
    }

    @Test
    void what_names_something_that_is_not_there_is_told_and_taken() throws Exception {
        Held held = read(
                """
                clocks:
                  - {id: a, areas: [moon], calendar: none, ladder: [{step: ARRIVE, seconds: 9, room: ghost-room}]}
                duties:
                  - {room: nobody-room, shifts: []}
                """);
        Map<String, List<String>> found = Findings.ofRooms(held, new AreaMap(List.of()));

        assertThat(found.get("unknownAreas")).containsExactly("moon (clock~a)");
        assertThat(found.get("unknownCalendars")).containsExactly("none (clock~a)");
        assertThat(found.get("unknownRooms"))
                .containsExactlyInAnyOrder("ghost-room (clock~a)", "nobody-room (duty~nobody-room)");
        assertThat(found.get("neverStaffed")).containsExactly("nobody-room");
    }

    private static Held read(String file) throws UnfitFile {
        return RoomsFile.read(file.getBytes(UTF_8));
    }
}
