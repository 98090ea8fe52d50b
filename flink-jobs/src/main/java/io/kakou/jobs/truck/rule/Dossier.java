package io.kakou.jobs.truck.rule;

import static java.util.Comparator.comparing;

import io.kakou.events.truck.Judgement;
import io.kakou.events.truck.TruckReason;
import io.kakou.jobs.truck.plate.PlateBelief;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of one plate within a day.
 *
 * @param seen in order of their times, the newest {@value #MOST_SEEN}
 * @param told what was said of each
 */
public record Dossier(String plate, List<Seen> seen, List<Tipped> tipped, List<Stop> stops, List<Told> told) {
    /** A truck on ten rounds a night passes some hundred cameras. */
    public static final int MOST_SEEN = 300;

    public Dossier {
        seen = List.copyOf(seen);
        tipped = List.copyOf(tipped);
        stops = List.copyOf(stops);
        told = List.copyOf(told);
    }

    public static Dossier of(String plate) {
        return new Dossier(plate, List.of(), List.of(), List.of(), List.of());
    }

    /** With one more, or told again. */
    public Dossier with(Seen one) {
        List<Seen> all = Stream.concat(seen.stream().filter(each -> !each.id().equals(one.id())), Stream.of(one))
                .sorted(comparing(Seen::at).thenComparing(Seen::id))
                .toList();
        return new Dossier(plate, all.subList(Math.max(0, all.size() - MOST_SEEN), all.size()), tipped, stops, told);
    }

    /** It was another. */
    public Dossier without(String seenId) {
        return new Dossier(
                plate, seen.stream().filter(each -> !each.id().equals(seenId)).toList(), tipped, stops, told);
    }

    public Dossier with(Tipped one) {
        return tipped.contains(one)
                ? this
                : new Dossier(
                        plate,
                        seen,
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
                        tipped,
                        Stream.concat(stops.stream(), Stream.of(one)).toList(),
                        told);
    }

    /** The same, now that another plate has papers too. */
    public Dossier listing(String other, PlateBelief weighing) {
        List<Seen> again = seen.stream()
                .map(each -> each.with(weighing.listing(each.belief(), other)))
                .toList();
        return new Dossier(plate, again, tipped, stops, told);
    }

    Dossier telling(List<Told> all) {
        return new Dossier(plate, seen, tipped, stops, all);
    }

    Optional<Told> told(String id) {
        return told.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Without what is older. */
    public Dossier since(Instant oldest) {
        List<Seen> still =
                seen.stream().filter(each -> !each.at().isBefore(oldest)).toList();
        return new Dossier(
                plate,
                still,
                tipped.stream()
                        .filter(each -> still.stream().anyMatch(one -> one.id().equals(each.seen())))
                        .toList(),
                stops.stream().filter(each -> !each.at().isBefore(oldest)).toList(),
                told.stream().filter(each -> !each.at().isBefore(oldest)).toList());
    }

    public boolean isEmpty() {
        return seen.isEmpty() && stops.isEmpty() && told.isEmpty();
    }

    /** Whether a paper that comes late may change what was said. */
    public boolean isOpen() {
        return told.stream()
                .anyMatch(each -> each.judgement() == Judgement.VIOLATION
                        || each.reason() == TruckReason.GATE_UNREGISTERED
                        || each.reason() == TruckReason.SITE_UNREGISTERED);
    }
}
