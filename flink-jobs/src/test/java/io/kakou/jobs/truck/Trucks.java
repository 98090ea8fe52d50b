package io.kakou.jobs.truck;

import io.kakou.events.CameraKind;
import io.kakou.events.LabelledBox;
import io.kakou.events.Point;
import io.kakou.events.Sighting;
import io.kakou.events.Sighting.Candidate;
import io.kakou.events.truck.DailyWindow;
import io.kakou.events.truck.SiteColour;
import io.kakou.events.truck.SiteKind;
import io.kakou.events.truck.TruckPermit;
import io.kakou.events.truck.WorkSite;
import io.kakou.jobs.truck.rule.CameraPlace;
import io.kakou.jobs.truck.rule.Papers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One site, its tip, a way between, and a truck that may drive it by night. */
public final class Trucks {
    /** 23:00 in Hangzhou. */
    public static final Instant NIGHT = Instant.parse("2026-05-01T15:00:00Z");
    /** 11:00. */
    public static final Instant DAY = Instant.parse("2026-05-01T03:00:00Z");

    public static final String PLATE = "浙A12345";
    public static final Point SITE = new Point(120.20, 30.29);
    public static final Point FAR = new Point(120.30, 30.29);

    private Trucks() {}

    public static TruckPermit permit() {
        return permit("p1", PLATE, "site-1");
    }

    public static TruckPermit permit(String id, String plate, String site) {
        return new TruckPermit(
                id,
                plate,
                "某某运输",
                site,
                "tip-1",
                NIGHT.minusSeconds(86_400),
                NIGHT.plusSeconds(86_400),
                List.of(new DailyWindow("22:00", "05:00")),
                TruckPermit.ZONE,
                List.of("road-1"),
                null);
    }

    /** At any hour and by any way. */
    public static TruckPermit free(String id, String plate, String site, @Nullable String tip) {
        Instant from = NIGHT.minusSeconds(86_400);
        Instant until = NIGHT.plusSeconds(86_400);
        return new TruckPermit(id, plate, "", site, tip, from, until, List.of(), TruckPermit.ZONE, List.of(), null);
    }

    public static WorkSite siteAt(String id, Point place) {
        return new WorkSite(id, id, SiteKind.SITE, "1", null, null, List.of(), place, SiteColour.RED, null);
    }

    public static WorkSite site(String id, SiteKind kind, @Nullable String paper, @Nullable Instant until) {
        return new WorkSite(
                id,
                id,
                kind,
                paper,
                null,
                until,
                List.of("gate-" + id),
                kind == SiteKind.SITE ? SITE : FAR,
                SiteColour.RED,
                null);
    }

    public static List<Record> papers() {
        return List.of(
                permit(),
                site("site-1", SiteKind.SITE, "杭渣〔2026〕1", null),
                site("site-2", SiteKind.SITE, "杭渣〔2026〕2", null),
                site("tip-1", SiteKind.TIP, "备案 1", null));
    }

    public static List<CameraPlace> cameras() {
        return List.of(
                new CameraPlace("gate-site-1", CameraKind.GATE, SITE),
                new CameraPlace("gate-site-2", CameraKind.GATE, new Point(120.25, 30.29)),
                new CameraPlace("gate-tip-1", CameraKind.GATE, FAR),
                new CameraPlace("gate-nobody", CameraKind.GATE, SITE),
                new CameraPlace("road-1", CameraKind.STREET, new Point(120.24, 30.29)),
                new CameraPlace("road-2", CameraKind.STREET, new Point(120.24, 30.35)));
    }

    public static Papers known(Record... more) {
        Papers papers = new Papers();
        cameras().forEach(papers::put);
        List<Record> all = new ArrayList<>(papers());
        all.addAll(List.of(more));
        for (Record each : all) {
            if (each instanceof TruckPermit permit) {
                papers.put(permit);
            } else {
                papers.put((WorkSite) each);
            }
        }
        return papers;
    }

    /** Read so surely. */
    public static Sighting sighting(String camera, long track, Instant at, String plate, double share) {
        List<Candidate> candidates = share == 1
                ? List.of(new Candidate(plate, 1))
                : List.of(new Candidate(plate, share), new Candidate("浙B00000", (1 - share) / 2));
        LabelledBox box = new LabelledBox("muck-truck", 1, 0.2, 0.2, 0.6, 0.8);
        return new Sighting(camera, track, box, at, 3, plate, candidates, 120, "w1", 4);
    }
}
