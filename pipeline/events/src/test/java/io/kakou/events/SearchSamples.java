package io.kakou.events;

import java.time.Instant;
import java.util.List;

/** One full record of each kind that a search for a child knows. */
final class SearchSamples {
    private static final Instant SEEN = Instant.parse("2026-03-01T12:02:10Z");
    private static final Instant LEFT = Instant.parse("2026-03-01T12:02:31.500Z");
    private static final Instant FOUND = Instant.parse("2026-03-01T12:10:00Z");

    private SearchSamples() {}

    static List<Record> all() {
        return List.of(
                child(),
                search(),
                new Finding("search-4f21c0de", "school-gate-2", child(), 4.25, 1.5, null),
                new TravelTime("school-gate-2", "street-41", 12, 4.5, 1.25));
    }

    static PersonSighting child() {
        return new PersonSighting(
                "school-gate-2",
                41,
                PersonSize.CHILD,
                0.64,
                UnderWay.RIDING,
                List.of(new ColourShare(ClothColour.YELLOW, 0.75), new ColourShare(ClothColour.WHITE, 0.25)),
                List.of(new ColourShare(ClothColour.BLUE, 1)),
                1,
                false,
                List.of(new PersonSighting.Step(0.25, 0.5, SEEN), new PersonSighting.Step(0.75, 0.5, LEFT)),
                new LabelledBox("person", 0.75, 0.7, 0.3, 0.8, 0.5),
                SEEN,
                LEFT,
                9,
                "search-4f21c0de",
                "worker-1",
                4711);
    }

    static Search search() {
        return new Search(
                "search-4f21c0de",
                "彭埠〔2026〕走失31号",
                SearchStart.FOUND,
                new Point(120.2103, 30.2841),
                FOUND,
                new Description(
                        List.of(ClothColour.YELLOW),
                        List.of(ClothColour.BLUE, ClothColour.WHITE),
                        HeightClass.TO_120,
                        ChildVehicle.BALANCE_BIKE,
                        0),
                List.of(new Hop("school-gate-2", child().id(), SEEN, LEFT, child().above(), child().below())),
                List.of("0b5f2f1d9a0c4f6f8a1e2b3c4d5e6f70"),
                List.of("school-gate-2", "street-41"),
                FOUND.minusSeconds(3_600),
                FOUND.plusSeconds(86_400),
                "operator-3");
    }
}
