package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kakou.console.accounts.Role;
import io.kakou.console.call.Endpoint;
import io.kakou.events.Stage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route by every role, against a table written here by hand: O operator, E engineer, A auditor, D administrator. */
class RoutesByRoleTest {
    private static final String TABLE =
            """
            LOGOUT           O E A D
            ME               O E A D
            PASSWORD         O E A D
            INCIDENTS        O E A D
            OPEN_INCIDENT    O . . D
            INCIDENT         O E A D
            ACT              O . . D
            SITUATIONS       O E A D
            SHELVE           O . . D
            MUTES            O E A D
            ADD_MUTE         O . . D
            END_MUTE         O . . D
            BUDGETS          O E A D
            CHANGE_BUDGET    . . . D
            EVENTS           O E A D
            CLIP             O E A D
            PICTURE          O E A D
            CAMERAS          O E A D
            ADD_CAMERA       . E . D
            PROBE            . E . D
            IMPORT_CAMERAS   . E . D
            CAMERA_TEMPLATE  . E . D
            CHANGE_CAMERA    . E . D
            REMOVE_CAMERA    . E . D
            FORGET           . E . D
            CAMERA_PICTURE   O E . D
            LIVE             O E . D
            NEAR             O E . D
            FOOTAGE          O E A D
            FOOTAGE_FILE     O E A D
            FETCH_FOOTAGE    O . A D
            FOOTAGE_STATUS   . E A D
            HOLDS            O . A D
            HOLD             . . A D
            RELEASE_HOLD     . . A D
            UNITS            O . A D
            ADD_UNIT         . . . D
            CHANGE_UNIT      . . . D
            REMOVE_UNIT      . . . D
            VERDICTS         O E A D
            AREAS            O E A D
            REPLACE_AREAS    . . . D
            REGISTRY         . . . D
            REPLACE_ROADS    . . . D
            ROOMS            . . . D
            REPLACE_ROOMS    . . . D
            TRUCK_CASES      O E A D
            TRUCK_SITES      O E A D
            TRUCK_SITE_INSPECTED O . . D
            TAKE_PERMITS     . . . D
            TAKE_SITES       . . . D
            TAKE_POSITIONS   . E . D
            WATCH            O E A D
            WATCH_TABLE      O E A D
            WATCH_PLACES     O E A D
            BLIND            O E A D
            ACKNOWLEDGE_BLIND O . . D
            BRAKES           O E A D
            BRAKE            . E . D
            RELEASE_BRAKE    . E . D
            MODELS           . E . D
            USE_MODEL        . E . D
            MODEL_BACK       . E . D
            LIFTS            O E A D
            REPLACE_LIFTS    . . . D
            PROVE_LIFT       . . . D
            RELEASE_LIFT     O . . D
            STORAGE          . E . D
            TRIAL            O E A D
            TRY_FILM         . E . D
            TASKS            O E A D
            NEW_LINK         O . . D
            UNIT_PHOTO       O E A D
            DEAD_LETTERS     . . . D
            SEND_AGAIN       . . . D
            SEARCHES         O . . D
            OPEN_SEARCH      O . . D
            SEARCH           O . . D
            SEARCH_DRAFT     O . . D
            ACCEPT_SIGHTING  O . . D
            REJECT_SIGHTING  O . . D
            END_SEARCH       O . . D
            SIGHTING_PICTURE O . . D
            AUDIT            . . A .
            USERS            . . . D
            ADD_USER         . . . D
            CHANGE_USER      . . . D
            """;

    @TempDir
    static Path folder;

    private static Installation installation;
    private static final Map<Role, Browser> BROWSERS = new EnumMap<>(Role.class);
    private static Browser mustChange;
    private static Browser stranger;

    @BeforeAll
    static void start() throws Exception {
        installation = new Installation(folder, 0);
        installation.tell(Street.health("lift-1", Stage.LOOKING, Instant.now()));
        People people = new People(installation);
        for (Role role : Role.values()) {
            BROWSERS.put(role, people.browser(role, "*"));
        }
        mustChange = people.fresh(Role.ADMINISTRATOR, "*");
        stranger = new Browser(installation.console.url());
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    static Stream<Arguments> everyRouteByEveryRole() {
        return TABLE.lines().flatMap(line -> {
            List<String> words = List.of(line.trim().split("\\s+", -1));
            return Stream.of(Role.values())
                    .map(role -> arguments(
                            Endpoint.valueOf(words.get(0)), role, line.contains(" " + letter(role)) ? 200 : 403));
        });
    }

    @Test
    void the_table_names_every_route_once() {
        assertThat(TABLE.lines().map(line -> line.split("\\s+", -1)[0]))
                .containsExactlyElementsOf(Arrays.stream(Endpoint.values())
                        .filter(endpoint -> endpoint != Endpoint.LOGIN && endpoint.door() != Endpoint.Door.LINK)
                        .map(Endpoint::name)
                        .toList());
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("everyRouteByEveryRole")
    void a_role_takes_its_routes_and_no_other(Endpoint endpoint, Role role, int expected) throws Exception {
        if (endpoint == Endpoint.LOGOUT) {
            Browser another = new People(installation).browser(role, "*");
            assertThat(another.status("POST", "/api/logout")).isEqualTo(200);
            assertThat(another.status("GET", "/api/me")).isEqualTo(401);
            return;
        }
        int status = Objects.requireNonNull(BROWSERS.get(role))
                .status(endpoint.method().name(), path(endpoint));
        if (expected == 403) {
            assertThat(status).isEqualTo(403);
        } else {
            assertThat(status).isIn(200, 400, 404);
        }
    }

    @ParameterizedTest
    @MethodSource("everyRouteByEveryRole")
    void nobody_takes_a_route_without_a_session_or_with_a_password_that_must_change(
            Endpoint endpoint, Role role, int expected) throws Exception {
        assertThat(stranger.status(endpoint.method().name(), path(endpoint))).isEqualTo(401);
        if (endpoint.door() == Endpoint.Door.ROLES) {
            assertThat(mustChange.status(endpoint.method().name(), path(endpoint)))
                    .isEqualTo(403);
        }
    }

    private static String letter(Role role) {
        return switch (role) {
            case OPERATOR -> "O";
            case ENGINEER -> "E";
            case AUDITOR -> "A";
            case ADMINISTRATOR -> "D";
        };
    }

    /** Names what is there where looking is harmless, and what is not there where it would change something. */
    private static String path(Endpoint endpoint) {
        String id = endpoint.method().name().equals("GET") ? "lift-1" : "nothing";
        return endpoint.path()
                        .replace(":incident", "a~1~b")
                        .replace(":camera", id)
                        .replace(":alert", "nothing")
                        .replace(":user", "nobody")
                        .replace(":unit", "nothing")
                        .replace(":file", "nothing.jpg")
                        .replace(":segment", "nothing.mp4")
                        .replace(":hold", "nothing")
                        .replace(":notice", "nothing")
                        .replace(":task", "nothing")
                        .replace(":photo", "nothing")
                        .replace(":delivery", "nothing")
                + "?reason=test&kind=EBIKE_IN_LIFT";
    }
}
