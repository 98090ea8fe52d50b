package io.kakou.benchmarks.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.CameraKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference street. */
class MixTest {
    private static final List<StagedFilm> FILMS = Stream.of("cbr", "vbr")
            .flatMap(coding -> Stream.of(
                    film(CameraKind.LIFT, "lift-1.8-", coding),
                    film(CameraKind.GATE, "gate-1-", coding),
                    film(CameraKind.ROAD, "road-", coding),
                    film(CameraKind.ROAD, "road-still-", coding),
                    film(CameraKind.STREET, "people-", coding),
                    film(CameraKind.STREET, "person-", coding),
                    film(CameraKind.STREET, "cars-", coding),
                    film(CameraKind.STREET, "still-", coding),
                    film(CameraKind.STREET, "child-1-", coding)))
            .toList();

    @Test
    void has_its_lifts_gates_and_roads() {
        assertThat(count(FILMS, "lift")).isEqualTo(100);
        assertThat(count(FILMS, "gate")).isEqualTo(60);
        assertThat(count(FILMS, "road")).isEqualTo(300);
    }

    @Test
    void forty_streets_of_a_hundred_show_people_and_some_of_these_a_child() {
        assertThat(count(FILMS, "child")).isEqualTo(40);
        assertThat(count(FILMS, "child") + count(FILMS, "people") + count(FILMS, "person"))
                .isBetween(435L, 445L);
    }

    @Test
    void three_roads_of_ten_show_water_where_there_are_films_of_it() {
        List<StagedFilm> films = new ArrayList<>(FILMS);
        films.add(film(CameraKind.ROAD, "water-1-", "vbr"));

        assertThat(count(films, "water")).isEqualTo(90);
        assertThat(count(films, "road-still")).isEqualTo(60);
        assertThat(count(FILMS, "water")).isZero();
    }

    private static long count(List<StagedFilm> films, String name) {
        return Mix.of(1562, films).cameras().stream()
                .filter(film -> film.name().startsWith(name))
                .count();
    }

    private static StagedFilm film(CameraKind kind, String name, String coding) {
        return new StagedFilm(name + coding, kind, Path.of(name + coding), 20, List.of(), List.of());
    }
}
