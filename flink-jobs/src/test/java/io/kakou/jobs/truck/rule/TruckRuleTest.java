package io.kakou.jobs.truck.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Point;
import io.kakou.events.Sighting;
import io.kakou.events.truck.Judgement;
import io.kakou.events.truck.SiteKind;
import io.kakou.events.truck.TruckPermit;
import io.kakou.events.truck.TruckReason;
import io.kakou.events.truck.TruckVerdict;
import io.kakou.jobs.truck.Trucks;
import io.kakou.jobs.truck.plate.PlateBelief;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruckRuleTest {
    private static final PlateBelief BELIEF = new PlateBelief();

    private final TruckRule rule = new TruckRule(TruckRuleSettings.DEFAULT);

    @ParameterizedTest
    @CsvSource({
        "gate-site-1, 0,      PERMITTED",
        "gate-tip-1,  0,      PERMITTED",
        "gate-site-2, 0,      WRONG_GATE",
        "gate-site-1, 43200,  OUTSIDE_WINDOW",
        "gate-site-1, 172800, NOT_IN_FORCE",
        "road-1,      0,      PERMITTED",
        "road-2,      0,      OFF_ROUTE",
        "road-2,      43200,  OFF_DUTY",
        "gate-nobody, 43200,  OFF_DUTY"
    })
    void a_truck_with_a_permit_is_judged_by_gate_hour_and_route(String camera, long later, TruckReason reason) {
        TruckVerdict verdict = only(judge(Trucks.known(), seen(camera, 1, Trucks.NIGHT.plusSeconds(later), 1)));

        assertThat(verdict.reason()).isEqualTo(reason);
        assertThat(verdict.judgement()).isEqualTo(Law.judgement(reason));
        assertThat(verdict.permit()).isEqualTo("p1");
    }

    @ParameterizedTest
    @CsvSource({"gate-site-1, NO_PERMIT", "gate-nobody, GATE_UNREGISTERED", "road-1, OFF_DUTY"})
    void a_muck_truck_without_one_is_judged_at_registered_gates_alone(String camera, TruckReason reason) {
        Seen seen = seen(camera, 1, Trucks.NIGHT, "苏E99876", 1);

        assertThat(only(judge(Trucks.known(), "苏E99876", seen)).reason()).isEqualTo(reason);
    }

    @Test
    void the_other_two_papers_must_hold_too() {
        Papers lapsed = Trucks.known(Trucks.site("site-1", SiteKind.SITE, "杭渣〔2026〕1", Trucks.NIGHT));
        Papers unfiled = Trucks.known(Trucks.site("tip-1", SiteKind.TIP, null, null));
        Papers unknown = Trucks.known();
        unknown.removeSite("tip-1");
        Seen seen = seen("gate-site-1", 1, Trucks.NIGHT, 1);

        assertThat(only(judge(lapsed, seen)).reason()).isEqualTo(TruckReason.SITE_NOT_APPROVED);
        assertThat(only(judge(unfiled, seen)).reason()).isEqualTo(TruckReason.TIP_NOT_FILED);
        assertThat(only(judge(unknown, seen)).reason()).isEqualTo(TruckReason.SITE_UNREGISTERED);
    }

    @Test
    void a_permit_that_is_entered_late_withdraws_what_it_explains_and_says_why() {
        Papers papers = Trucks.known();
        TruckRule.Step before = rule.judge(
                Dossier.of("苏E99876").with(seen("gate-site-1", 1, Trucks.NIGHT, "苏E99876", 1)), papers, Trucks.NIGHT);
        assertThat(only(before).judgement()).isEqualTo(Judgement.VIOLATION);
        assertThat(before.dossier().isOpen()).isTrue();
        papers.put(Trucks.permit("p9", "苏E99876", "site-1"));

        TruckRule.Step after = rule.judge(before.dossier(), papers, Trucks.NIGHT.plusSeconds(7_200));

        TruckVerdict withdrawn = only(after);
        assertThat(withdrawn.judgement()).isEqualTo(Judgement.CLEAN);
        assertThat(withdrawn.withdrawn()).isEqualTo(TruckReason.NO_PERMIT);
        assertThat(withdrawn.permit()).isEqualTo("p9");
        assertThat(withdrawn.version()).isEqualTo(2);
        assertThat(withdrawn.alert()).isEqualTo(only(before).alert());
        assertThat(withdrawn.isCase()).isTrue();
        assertThat(after.dossier().isOpen()).isFalse();
        assertThat(rule.judge(after.dossier(), papers, Trucks.NIGHT).verdicts()).isEmpty();
    }

    @Test
    void a_violation_that_is_long_past_is_withdrawn_by_its_own_permit_and_by_nothing_else() {
        Papers papers = Trucks.known();
        String plate = "苏E99876";
        Seen weeksAgo = seen("gate-site-1", 1, Trucks.NIGHT, plate, 1);
        Seen clone = seen("gate-tip-1", 1, Trucks.NIGHT.plusSeconds(60), plate, 1);
        Instant now = Trucks.NIGHT.plusSeconds(1_000_000);
        Instant day = now.minusSeconds(86_400);

        Dossier past = judge(papers, plate, weeksAgo).dossier().since(day, Trucks.NIGHT);
        assertThat(past.seen()).isEmpty();
        assertThat(past.cases()).containsExactly(weeksAgo);
        assertThat(past.isOpen()).isTrue();
        TruckRule.Step unchanged = rule.judge(past.with(seen("gate-site-1", 2, now, plate, 1)), papers, now);
        assertThat(only(unchanged).at()).isEqualTo(now);
        assertThat(only(unchanged).sightings()).hasSize(1);

        papers.put(Trucks.permit("p9", plate, "site-1"));
        TruckVerdict withdrawn = only(rule.judge(past, papers, now));
        assertThat(withdrawn.withdrawn()).isEqualTo(TruckReason.NO_PERMIT);
        assertThat(withdrawn.sightings()).hasSize(1);
        assertThat(judge(papers, plate, weeksAgo, clone)
                        .dossier()
                        .since(day, Trucks.NIGHT)
                        .isEmpty())
                .isTrue();
        assertThat(past.since(day, Trucks.NIGHT.plusSeconds(1)).isEmpty()).isTrue();
    }

    @Test
    void a_second_permit_that_prescribes_no_way_forbids_none() {
        Seen seen = seen("road-2", 1, Trucks.NIGHT, 1);
        Papers papers = Trucks.known(Trucks.free("p2", Trucks.PLATE, "site-2", "tip-1"));

        assertThat(only(judge(papers, seen)).reason()).isEqualTo(TruckReason.OFF_DUTY);
    }

    @Test
    void a_permit_that_names_no_tip_forbids_none_that_is_filed() {
        Seen seen = seen("gate-tip-1", 1, Trucks.NIGHT, "苏E99876", 1);
        TruckPermit permit = Trucks.free("p9", "苏E99876", "site-1", null);

        assertThat(only(judge(Trucks.known(permit), "苏E99876", seen)).reason()).isEqualTo(TruckReason.PERMITTED);
        Papers unfiled = Trucks.known(permit, Trucks.site("tip-1", SiteKind.TIP, null, null));
        assertThat(only(judge(unfiled, "苏E99876", seen)).reason()).isEqualTo(TruckReason.TIP_NOT_FILED);
    }

    @Test
    void a_site_that_is_entered_late_explains_a_raised_body_and_a_second_permit_a_stand() {
        Papers papers = Trucks.known();
        Point there = new Point(120.24, 30.35);
        Dossier dossier = Dossier.of(Trucks.PLATE)
                .with(new Stop("s1", TruckReason.BODY_LIFTED, Trucks.NIGHT, there, "p1"))
                .with(new Stop("s2", TruckReason.OFF_ROUTE_STOP, Trucks.NIGHT, there, "p1"));
        TruckRule.Step told = rule.judge(dossier, papers, Trucks.NIGHT);
        assertThat(told.verdicts())
                .extracting(each -> each.verdict().judgement())
                .containsOnly(Judgement.VIOLATION);

        papers.put(Trucks.free("p2", Trucks.PLATE, "site-2", null));
        TruckVerdict stand = only(rule.judge(told.dossier(), papers, Trucks.NIGHT));
        assertThat(stand.withdrawn()).isEqualTo(TruckReason.OFF_ROUTE_STOP);
        assertThat(stand.permit()).isEqualTo("p2");

        papers.removePermit("p2");
        papers.put(Trucks.siteAt("site-3", there));
        assertThat(rule.judge(told.dossier(), papers, Trucks.NIGHT).verdicts())
                .extracting(each -> each.verdict().withdrawn())
                .containsExactly(TruckReason.BODY_LIFTED, TruckReason.OFF_ROUTE_STOP);
    }

    @Test
    void what_was_clean_stays_so_when_its_permit_is_gone() {
        Papers papers = Trucks.known();
        TruckRule.Step before = judge(papers, seen("gate-site-1", 1, Trucks.NIGHT, 1));
        papers.removePermit("p1");

        assertThat(rule.judge(before.dossier(), papers, Trucks.NIGHT).verdicts())
                .isEmpty();
    }

    @Test
    void a_plate_one_sign_from_one_with_papers_is_unknown_and_names_it() {
        Seen seen = seen("gate-site-1", 1, Trucks.NIGHT, "浙A12845", 0.98);

        TruckVerdict verdict = only(judge(Trucks.known(), "浙A12845", seen));

        assertThat(verdict.judgement()).isEqualTo(Judgement.UNKNOWN);
        assertThat(verdict.reason()).isEqualTo(TruckReason.PLATE_UNSURE);
        assertThat(verdict.instead()).isEqualTo(Trucks.PLATE);
        assertThat(verdict.alert()).isNull();
    }

    @Test
    void a_poor_reading_of_a_plate_without_papers_becomes_a_violation_once_another_camera_reads_it_too() {
        Dossier once = Dossier.of("苏E99876").with(seen("gate-site-1", 1, Trucks.NIGHT, "苏E99876", 0.4));
        TruckRule.Step first = rule.judge(once, Trucks.known(), Trucks.NIGHT);
        assertThat(only(first).reason()).isEqualTo(TruckReason.PLATE_UNSURE);

        Seen again = seen("gate-tip-1", 1, Trucks.NIGHT.plusSeconds(1_800), "苏E99876", 0.4);
        TruckRule.Step second = rule.judge(first.dossier().with(again), Trucks.known(), Trucks.NIGHT);

        assertThat(second.verdicts())
                .extracting(each -> each.verdict().reason())
                .containsExactly(TruckReason.NO_PERMIT, TruckReason.NO_PERMIT);
    }

    @Test
    void facts_in_any_order_come_to_the_same_end() {
        Seen early = seen("gate-site-2", 1, Trucks.NIGHT, 1);
        Seen late = seen("gate-tip-1", 1, Trucks.NIGHT.plusSeconds(3_000), 1);
        Papers papers = Trucks.known();

        Dossier forward = rule.judge(judge(papers, early).dossier().with(late), papers, Trucks.NIGHT)
                .dossier();
        Dossier backward = rule.judge(judge(papers, late).dossier().with(early), papers, Trucks.NIGHT)
                .dossier();

        assertThat(forward.seen()).isEqualTo(backward.seen());
        assertThat(forward.told()).containsExactlyInAnyOrderElementsOf(backward.told());
    }

    @Test
    void a_plate_at_two_places_at_once_is_on_two_trucks_and_one_that_drove_is_not() {
        Seen here = seen("gate-site-1", 1, Trucks.NIGHT, 1);
        Seen there = seen("gate-tip-1", 1, Trucks.NIGHT.plusSeconds(60), 1);
        Seen later = seen("gate-tip-1", 2, Trucks.NIGHT.plusSeconds(1_200), 1);

        assertThat(judge(Trucks.known(), here, there).verdicts())
                .extracting(each -> each.verdict().reason())
                .containsOnly(TruckReason.CLONED_PLATE);
        assertThat(judge(Trucks.known(), here, later).verdicts())
                .extracting(each -> each.verdict().reason())
                .containsOnly(TruckReason.PERMITTED);
    }

    @Test
    void one_reading_on_either_side_may_be_wrong_and_proves_no_clone() {
        Seen here = seen("gate-site-1", 1, Trucks.NIGHT, Trucks.PLATE, 0.97);
        Seen there = seen("gate-tip-1", 1, Trucks.NIGHT.plusSeconds(60), Trucks.PLATE, 0.97);

        assertThat(judge(Trucks.known(), here, there).verdicts())
                .extracting(each -> each.verdict().reason())
                .doesNotContain(TruckReason.CLONED_PLATE);
    }

    @Test
    void what_was_tipped_is_the_trucks_and_from_the_last_site_that_it_left() {
        Seen gate = seen("gate-site-1", 1, Trucks.NIGHT, 1);
        Seen heap = seen("road-2", 1, Trucks.NIGHT.plusSeconds(1_800), 1);
        Dossier dossier = Dossier.of(Trucks.PLATE).with(gate).with(heap).with(new Tipped("a1", heap.id()));

        List<TruckVerdict> verdicts = rule.judge(dossier, Trucks.known(), Trucks.NIGHT).verdicts().stream()
                .map(Judged::verdict)
                .filter(each -> each.reason() == TruckReason.DUMPED)
                .toList();

        assertThat(verdicts).hasSize(1);
        assertThat(verdicts.get(0).site()).isEqualTo("site-1");
        assertThat(verdicts.get(0).sightings())
                .extracting(each -> each.camera())
                .containsExactly("gate-site-1", "road-2");
    }

    @Test
    void what_is_read_again_as_another_is_taken_back_and_a_second_time_is_another_alert() {
        Papers papers = Trucks.known();
        Seen seen = seen("gate-site-2", 1, Trucks.NIGHT, 1);
        TruckRule.Step raised = judge(papers, seen);

        TruckRule.Step taken = rule.withdraw(raised.dossier(), seen.id(), papers, Trucks.NIGHT);

        assertThat(only(taken).reason()).isEqualTo(TruckReason.READ_AGAIN);
        assertThat(only(taken).withdrawn()).isEqualTo(TruckReason.WRONG_GATE);
        assertThat(only(taken).alert()).isEqualTo(only(raised).alert());
        assertThat(taken.dossier().seen()).isEmpty();
    }

    private TruckRule.Step judge(Papers papers, Seen... seen) {
        return judge(papers, Trucks.PLATE, seen);
    }

    private TruckRule.Step judge(Papers papers, String plate, Seen... seen) {
        Dossier dossier = Dossier.of(plate);
        for (Seen each : seen) {
            dossier = dossier.with(each);
        }
        return rule.judge(dossier, papers, Trucks.NIGHT);
    }

    private static TruckVerdict only(TruckRule.Step step) {
        assertThat(step.verdicts()).hasSize(1);
        return step.verdicts().get(0).verdict();
    }

    private static Seen seen(String camera, long track, Instant at, double share) {
        return seen(camera, track, at, Trucks.PLATE, share);
    }

    private static Seen seen(String camera, long track, Instant at, String plate, double share) {
        Sighting sighting = Trucks.sighting(camera, track, at, plate, share);
        Papers papers = Trucks.known();
        Point place = papers.place(camera);
        return new Seen(
                camera + "-" + track,
                camera,
                place,
                at,
                BELIEF.weigh(sighting, papers.plates()),
                true,
                sighting.vehicle(),
                "w1",
                4);
    }
}
