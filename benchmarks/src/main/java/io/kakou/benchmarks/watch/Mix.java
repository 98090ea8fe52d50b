package io.kakou.benchmarks.watch;

import io.kakou.events.CameraKind;
import java.util.ArrayList;
import java.util.List;

/**
 * The cameras of a street by what they watch: of 1,562, 100 lifts, 60 gates, 300 roads and the rest street; of roads and
 * street 60 of a hundred show something that moves, 40 people. Of those that show people 40 of 1,562 show a child alone now
 * and then; where there are films of water, 3 roads of ten do, in place of still ones and of some with traffic. Other numbers
 * in proportion.
 */
record Mix(List<StagedFilm> cameras) {
    private static final double LIFTS = 100 / 1562.0;
    private static final double GATES = 60 / 1562.0;
    private static final double ROADS = 300 / 1562.0;
    private static final String PEOPLE = "people";
    /** Of ten: what each shows, by the beginning of its film's name. */
    private static final List<String> STREET =
            List.of(PEOPLE, "person", "still", "cars", PEOPLE, "still", "person", "still", "cars", "still");

    private static final List<String> ROAD = List.of("road-still", "road", "road", "road-still", "road");
    private static final List<String> ROAD_WITH_WATER =
            List.of("road-still", "road", "water", "road", "road", "water", "road", "road-still", "road", "water");

    private static final double CHILDREN = 40 / 1562.0;

    static Mix of(int cameras, List<StagedFilm> films) {
        int lifts = (int) Math.round(cameras * LIFTS);
        int gates = (int) Math.round(cameras * GATES);
        int roads = (int) Math.round(cameras * ROADS);
        List<String> road = films.stream().anyMatch(film -> film.name().startsWith("water")) ? ROAD_WITH_WATER : ROAD;
        int children = (int) Math.round(cameras * CHILDREN);
        int child = 0;
        List<StagedFilm> all = new ArrayList<>();
        for (int i = 0; i < cameras; i++) {
            if (i < lifts) {
                all.add(turn(films, CameraKind.LIFT, "", i));
            } else if (i < lifts + gates) {
                all.add(turn(films, CameraKind.GATE, "", i));
            } else if (i < lifts + gates + roads) {
                all.add(turn(films, CameraKind.ROAD, road.get(i % road.size()), i / road.size()));
            } else if (STREET.get(i % STREET.size()).equals(PEOPLE) && child < children) {
                all.add(turn(films, CameraKind.STREET, "child", child++));
            } else {
                all.add(turn(films, CameraKind.STREET, STREET.get(i % STREET.size()), i / STREET.size()));
            }
        }
        return new Mix(all);
    }

    /** Where no film is called so, all of the kind take turns. */
    private static StagedFilm turn(List<StagedFilm> films, CameraKind kind, String name, int turn) {
        List<StagedFilm> ofKind =
                films.stream().filter(film -> film.kind() == kind).toList();
        List<StagedFilm> called = ofKind.stream()
                .filter(film -> film.name().matches(name + "(-[0-9])?-(cbr|vbr)"))
                .toList();
        List<StagedFilm> some = called.isEmpty() ? ofKind : called;
        return some.get(turn % some.size());
    }
}
