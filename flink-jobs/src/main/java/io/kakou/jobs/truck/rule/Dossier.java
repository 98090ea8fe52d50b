package io.kakou.jobs.truck.rule;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import io.kakou.events.truck.Judgement;
import io.kakou.events.truck.TruckReason;
import io.kakou.jobs.truck.plate.PlateBelief;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of one plate within a day, and which of its violations a paper that comes later yet may withdraw.
 *
 * @param seen in order of their times, the newest {@value #MOST_SEEN}
 * @param cases of what is older, that which was a violation by the papers: nothing but a paper changes it
 * @param stops likewise longer where they are a violation
 * @param told what was said of each
 */
public record Dossier(
        String plate, List<Seen> seen, List<Seen> cases, List<Tipped> tipped, List<Stop> stops, List<Told> told) {
    /** A truck on ten rounds a night passes some hundred cameras. */
    public static final int MOST_SEEN = 300;

    static final int MOST_CASES = 300;

    public Dossier {
        seen = List.copyOf(seen);
        cases = List.copyOf(cases);
        tipped = List.copyOf(tipped);
        stops = List.copyOf(stops);
        told = List.copyOf(told);
    }

    public static Dossier of(String plate) {
        return new Dossier(plate, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** With one more, or told again. */
    public Dossier with(Seen one) {
        List<Seen> all = Stream.concat(seen.stream().filter(each -> !each.id().equals(one.id())), Stream.of(one))
                .sorted(comparing(Seen::at).thenComparing(Seen::id))
                .toList();
        List<Seen> newest = all.subList(Math.max(0, all.size() - MOST_SEEN), all.size());
        return new Dossier(plate, newest, cases, tipped, stops, told);
    }

    /** It was another. */
    public Dossier without(String seenId) {
        List<Seen> others =
                seen.stream().filter(each -> !each.id().equals(seenId)).toList();
        return new Dossier(plate, others, cases, tipped, stops, told);
    }

    public Dossier with(Tipped one) {
        return tipped.contains(one)
                ? this
                : new Dossier(
                        plate,
                        seen,
                        cases,
                        Stream.concat(tipped.stream(), Stream.of(one)).toList(),
                        stops,
                        told);
    }

    public Dossier with(Stop one) {
        boolean known = stops.stream().anyMatch(each -> each.id().equals(one.id()));
        return known
                ? this
                : new Dossier(
                        plate,
                        seen,
                        cases,
                        tipped,
                        Stream.concat(stops.stream(), Stream.of(one)).toList(),
                        told);
    }

    /** The same, now that another plate has papers too. */
    public Dossier listing(String other, PlateBelief weighing) {
        List<Seen> again = seen.stream()
                .map(each -> each.with(weighing.listing(each.belief(), other)))
                .toList();
        return new Dossier(plate, again, cases, tipped, stops, told);
    }

    Dossier telling(List<Told> all) {
        return new Dossier(plate, seen, cases, tipped, stops, all);
    }

    Optional<Told> told(String id) {
        return told.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * Without what is older.
     *
     * @param oldestCase violations by the papers stay so long, the newest {@value #MOST_CASES}
     */
    public Dossier since(Instant oldest, Instant oldestCase) {
        Set<String> open = told.stream()
                .filter(each -> each.isByPapers() && !each.at().isBefore(oldestCase))
                .map(Told::id)
                .collect(Collectors.toSet());
        List<Seen> still =
                seen.stream().filter(each -> !each.at().isBefore(oldest)).toList();
        List<Seen> past = Stream.concat(
                        cases.stream(), seen.stream().filter(each -> each.at().isBefore(oldest)))
                .filter(each -> open.contains(TruckRule.idOf(each.id())))
                .toList();
        List<Seen> newest = past.subList(Math.max(0, past.size() - MOST_CASES), past.size());
        List<Stop> stands = stops.stream()
                .filter(each -> !each.at().isBefore(oldest) || open.contains(TruckRule.idOf(each.id())))
                .toList();
        Set<String> known = Stream.concat(
                        newest.stream().map(Seen::id), stands.stream().map(Stop::id))
                .map(TruckRule::idOf)
                .collect(Collectors.toSet());
        return new Dossier(
                plate,
                still,
                newest,
                tipped.stream()
                        .filter(each -> still.stream().anyMatch(one -> one.id().equals(each.seen())))
                        .toList(),
                stands,
                told.stream()
                        .filter(each -> !each.at().isBefore(oldest) || known.contains(each.id()))
                        .toList());
    }

    /** When the first of what was said was so, or empty: nothing was. */
    public Optional<Instant> firstTold() {
        return told.stream().map(Told::at).min(naturalOrder());
    }

    public boolean isEmpty() {
        return seen.isEmpty() && cases.isEmpty() && stops.isEmpty() && told.isEmpty();
    }

    /** Whether a paper that comes late may change what was said. */
    public boolean isOpen() {
        return told.stream()
                .anyMatch(each -> each.judgement() == Judgement.VIOLATION
                        || each.reason() == TruckReason.GATE_UNREGISTERED
                        || each.reason() == TruckReason.SITE_UNREGISTERED);
    }
}
