package io.kakou.jobs.truck.rule;

import io.kakou.events.Id;
import io.kakou.events.Point;
import io.kakou.events.truck.Judgement;
import io.kakou.events.truck.SeenTruck;
import io.kakou.events.truck.SiteKind;
import io.kakou.events.truck.TruckReason;
import io.kakou.events.truck.TruckVerdict;
import io.kakou.events.truck.WorkSite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges all that is known of one plate anew, and says what changed. The same facts in any order come to the same end; a violation is
 * withdrawn where a paper that came late explains it, and what was clean stays so whatever papers become, unless the plate turns
 * out to be on two trucks or the load was tipped.
 */
public final class TruckRule {
    /** The rule's name and version, as alerts bear it. */
    public static final String NAME = "truck-compliance/1";

    private final TruckRuleSettings settings;
    private final Clones clones;

    public TruckRule(TruckRuleSettings settings) {
        this.settings = settings;
        this.clones = new Clones(settings);
    }

    /** The next dossier, and what is said because of it. */
    public record Step(Dossier dossier, List<Judged> verdicts) {
        public Step {
            verdicts = List.copyOf(verdicts);
        }
    }

    /** What is found of one thing, before it is held against what was said of it. */
    private record Ruling(
            String id,
            @Nullable Seen seen,
            @Nullable String camera,
            @Nullable Point place,
            Instant at,
            Finding finding,
            @Nullable String instead,
            List<Seen> against) {}

    /**
     * Judges.
     *
     * @param judgedAt the recorded time of what came last
     */
    public Step judge(Dossier dossier, Papers papers, Instant judgedAt) {
        Map<String, Told> told = new HashMap<>();
        dossier.told().forEach(each -> told.put(each.id(), each));
        List<Judged> said = new ArrayList<>();
        for (Ruling ruling : rulings(dossier, papers)) {
            Told before = told.get(ruling.id());
            TruckVerdict verdict = verdict(dossier, papers, ruling, before, judgedAt);
            if (before == null || changes(before, verdict)) {
                said.add(new Judged(verdict, ruling.seen()));
                told.put(ruling.id(), told(verdict, before));
            }
        }
        return new Step(dossier.telling(List.copyOf(told.values())), said);
    }

    /** It was read again, as another: what was said of it is no more. */
    public Step withdraw(Dossier dossier, String seenId, Papers papers, Instant judgedAt) {
        String id = idOf(seenId);
        Optional<Told> before = dossier.told(id);
        Optional<Seen> seen =
                dossier.seen().stream().filter(each -> each.id().equals(seenId)).findFirst();
        if (before.isEmpty() || seen.isEmpty()) {
            return judge(dossier.without(seenId), papers, judgedAt);
        }
        Finding finding = Finding.unknown(TruckReason.READ_AGAIN, null);
        Seen one = seen.get();
        Ruling ruling = new Ruling(id, one, one.camera(), one.place(), one.at(), finding, null, List.of());
        TruckVerdict verdict = verdict(dossier, papers, ruling, before.get(), judgedAt);
        List<Told> left =
                dossier.told().stream().filter(each -> !each.id().equals(id)).toList();
        Step rest = judge(dossier.without(seenId).telling(left), papers, judgedAt);
        return new Step(
                rest.dossier(),
                Stream.concat(Stream.of(new Judged(verdict, one)), rest.verdicts().stream())
                        .toList());
    }

    /** Of a truck whose plate was not read. */
    public static Judged unread(Seen seen, Papers papers, Instant judgedAt) {
        Ruling ruling = new Ruling(
                idOf(seen.id()),
                seen,
                seen.camera(),
                seen.place(),
                seen.at(),
                Finding.unknown(
                        TruckReason.PLATE_UNREAD,
                        papers.atGate(seen.camera()).map(WorkSite::id).orElse(null)),
                null,
                List.of());
        return new Judged(verdict(Dossier.of("").with(seen), papers, ruling, null, judgedAt), seen);
    }

    /**
     * Of muck that was tipped by nobody knows whom.
     *
     * @param alert the camera's
     * @param there trucks that may have done it
     */
    public static Judged unsure(String camera, String alert, Instant at, List<Seen> there, Papers papers) {
        Dossier all = Dossier.of("");
        for (Seen each : there) {
            all = all.with(each);
        }
        Ruling ruling = new Ruling(
                idOf(alert),
                null,
                camera,
                papers.place(camera),
                at,
                Finding.unknown(TruckReason.TRUCK_UNSURE, null),
                null,
                there);
        return new Judged(verdict(all, papers, ruling, null, at), null);
    }

    private List<Ruling> rulings(Dossier dossier, Papers papers) {
        Doubt doubt = new Doubt(settings, papers);
        Map<String, List<Seen>> proven = clones.of(dossier);
        List<Ruling> all = new ArrayList<>();
        for (Seen seen : dossier.seen()) {
            List<Seen> against = proven.getOrDefault(seen.id(), List.of());
            Finding finding = finding(dossier, papers, seen, !against.isEmpty());
            boolean mustBeSure = finding.judgement() != Judgement.UNKNOWN && against.isEmpty();
            Optional<Doubt.Against> doubted = mustBeSure ? doubt.of(dossier, seen) : Optional.empty();
            Finding after = doubted.isPresent() && !isHarmless(finding, doubted.get())
                    ? new Finding(Judgement.UNKNOWN, TruckReason.PLATE_UNSURE, finding.permit(), finding.site())
                    : finding;
            String instead = doubted.flatMap(Doubt.Against::instead).orElse(null);
            all.add(new Ruling(
                    idOf(seen.id()),
                    seen,
                    seen.camera(),
                    seen.place(),
                    seen.at(),
                    after,
                    after.reason() == TruckReason.PLATE_UNSURE ? instead : null,
                    against));
        }
        explained(dossier, papers).forEach(all::add);
        for (Stop stop : dossier.stops()) {
            Finding finding = Ride.explained(stop, dossier.plate(), papers)
                    .orElseGet(() -> Finding.violation(stop.reason(), stop.permit(), null));
            all.add(new Ruling(idOf(stop.id()), null, null, stop.place(), stop.at(), finding, null, List.of()));
        }
        return all;
    }

    /** Of violations longer ago than anything else is known those that papers now allow. */
    private static Stream<Ruling> explained(Dossier dossier, Papers papers) {
        return dossier.cases().stream().flatMap(seen -> {
            Finding finding = Law.of(papers, dossier.plate(), seen.camera(), seen.at(), seen.vehicle());
            return finding.judgement() == Judgement.CLEAN
                    ? Stream.of(new Ruling(
                            idOf(seen.id()), seen, seen.camera(), seen.place(), seen.at(), finding, null, List.of()))
                    : Stream.of();
        });
    }

    /** A truck whose papers allow it, read well: another with papers that may be it changes little. */
    private static boolean isHarmless(Finding finding, Doubt.Against doubted) {
        return finding.judgement() == Judgement.CLEAN && doubted.instead().isPresent();
    }

    private Finding finding(Dossier dossier, Papers papers, Seen seen, boolean cloned) {
        Finding papersSay = Law.of(papers, dossier.plate(), seen.camera(), seen.at(), seen.vehicle());
        boolean dumped = dossier.tipped().stream().anyMatch(each -> each.seen().equals(seen.id()));
        if (dumped && !isAtTip(papers, seen.camera())) {
            return Finding.violation(TruckReason.DUMPED, papersSay.permit(), origin(dossier, papers, seen));
        }
        return cloned ? Finding.violation(TruckReason.CLONED_PLATE, papersSay.permit(), papersSay.site()) : papersSay;
    }

    private static boolean isAtTip(Papers papers, String camera) {
        return papers.atGate(camera).filter(each -> each.kind() == SiteKind.TIP).isPresent();
    }

    /** The last site at whose gate it was seen before. */
    private @Nullable String origin(Dossier dossier, Papers papers, Seen tipped) {
        String origin = null;
        for (Seen each : dossier.seen()) {
            double before = Duration.between(each.at(), tipped.at()).toMillis() / 1e3;
            Optional<WorkSite> gate = papers.atGate(each.camera()).filter(site -> site.kind() != SiteKind.TIP);
            if (before > 0 && before <= settings.originSeconds() && gate.isPresent()) {
                origin = gate.get().id();
            }
        }
        return origin;
    }

    private static boolean changes(Told before, TruckVerdict after) {
        boolean same = before.reason() == after.reason()
                && before.judgement() == after.judgement()
                && Objects.equals(before.instead(), after.instead());
        boolean isProof = after.reason() == TruckReason.CLONED_PLATE || after.reason() == TruckReason.DUMPED;
        boolean staysClean = before.judgement() == Judgement.CLEAN && !isProof;
        return !same && !staysClean;
    }

    private static Told told(TruckVerdict verdict, @Nullable Told before) {
        boolean violation = verdict.judgement() == Judgement.VIOLATION;
        return new Told(
                verdict.id(),
                verdict.version(),
                verdict.at(),
                verdict.judgement(),
                verdict.reason(),
                verdict.instead(),
                verdict.withdrawn(),
                raised(violation, before));
    }

    private static TruckVerdict verdict(
            Dossier dossier, Papers papers, Ruling ruling, @Nullable Told before, Instant judgedAt) {
        Finding finding = ruling.finding();
        boolean violation = finding.judgement() == Judgement.VIOLATION;
        int raised = raised(violation, before);
        TruckReason withdrawn = violation || before == null
                ? null
                : before.judgement() == Judgement.VIOLATION ? before.reason() : before.withdrawn();
        return new TruckVerdict(
                ruling.id(),
                before == null ? 1 : before.version() + 1,
                dossier.plate(),
                finding.judgement(),
                finding.reason(),
                ruling.camera(),
                ruling.place(),
                ruling.at(),
                finding.permit(),
                finding.site(),
                ruling.instead(),
                trail(dossier, papers, ruling),
                raised > 0 ? Id.hash(NAME, ruling.id(), String.valueOf(raised)) : null,
                withdrawn,
                judgedAt);
    }

    /** A violation that was withdrawn and is one again is another alert: the first was released. */
    private static int raised(boolean violation, @Nullable Told before) {
        int times = before == null ? 0 : before.raised();
        boolean isAnother = violation && (before == null || before.judgement() != Judgement.VIOLATION);
        return isAnother ? times + 1 : times;
    }

    private static List<SeenTruck> trail(Dossier dossier, Papers papers, Ruling ruling) {
        Seen one = ruling.seen();
        List<Seen> known = one != null && dossier.cases().contains(one) ? List.of(one) : dossier.seen();
        List<Seen> all = known.stream()
                .filter(each ->
                        !each.at().isAfter(ruling.at()) || ruling.against().contains(each))
                .toList();
        return all.subList(Math.max(0, all.size() - TruckVerdict.MOST_SIGHTINGS), all.size()).stream()
                .map(each -> new SeenTruck(
                        each.camera(),
                        each.at(),
                        each.place(),
                        each.belief().weight(),
                        papers.atGate(each.camera()).map(WorkSite::id).orElse(null)))
                .toList();
    }

    static String idOf(String what) {
        return Id.hash(NAME, "verdict", what);
    }
}
