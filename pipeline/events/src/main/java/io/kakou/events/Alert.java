package io.kakou.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule raised or released at one camera; topic {@code alerts}, key camera id.
 *
 * @param id hash of camera, rule and onset frame, so that judging the same footage twice gives the same alert
 * @param subject what was seen, in the rule's words: {@code e-bike}, {@code two-wheeler}
 * @param rule the rule's name and version: {@code ebike-in-lift/1}
 * @param place the camera's point, carried so that nothing downstream needs to look it up; null where nobody said
 * @param road id of the road the camera stands on, or null
 * @param at the look that decided, our time
 * @param onset the rule's first evidence, our time; not after {@code at}
 * @param score of the best box, 0 to 1
 * @param boxes what was seen in the look that decided
 * @param looks frame ids of the looks it cites, oldest first
 * @param worker which analysis worker judged
 * @param generation of that worker's ownership of the camera; readers keep the highest; 0 of a person's
 * @param note what a person who reported it wrote, or null
 */
public record Alert(
        String id,
        AlertPhase phase,
        EventKind kind,
        String subject,
        String rule,
        String camera,
        @Nullable Point place,
        @Nullable String road,
        Instant at,
        Instant onset,
        double score,
        List<LabelledBox> boxes,
        List<String> looks,
        String worker,
        long generation,
        @Nullable String note) {
    /** The rule of what a person reported. */
    public static final String BY_PERSON = "person/1";

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Alert {
        String alert = Id.plain("alert id", id);
        Id.plain("camera of alert " + id, camera);
        phase = phase == null ? AlertPhase.UNKNOWN : phase;
        kind = kind == null ? EventKind.UNKNOWN : kind;
        subject = subject == null ? "" : subject;
        rule = rule == null ? "" : rule;
        Required.field("at", at, () -> "alert " + alert);
        onset = onset == null ? at : onset;
        boxes = boxes == null ? List.of() : List.copyOf(boxes);
        looks = looks == null ? List.of() : List.copyOf(looks);
        worker = worker == null ? "" : worker;
        Range.check("score of alert " + id, score, 0, 1);
        if (onset.isAfter(at)) {
            throw new IllegalArgumentException("alert " + id + " has its onset " + onset + " after " + at);
        }
    }

    /** What a rule raised or released. */
    public Alert(
            String id,
            AlertPhase phase,
            EventKind kind,
            String subject,
            String rule,
            String camera,
            @Nullable Point place,
            @Nullable String road,
            Instant at,
            Instant onset,
            double score,
            List<LabelledBox> boxes,
            List<String> looks,
            String worker,
            long generation) {
        this(
                id,
                phase,
                kind,
                subject,
                rule,
                camera,
                place,
                road,
                at,
                onset,
                score,
                boxes,
                looks,
                worker,
                generation,
                null);
    }

    /** Whether a person reported it: no rule saw it, and there may be no picture of it. */
    public boolean isByPerson() {
        return rule.equals(BY_PERSON);
    }

    /** The same, judged by this worker in this generation. */
    public Alert by(String otherWorker, long otherGeneration) {
        return new Alert(
                id,
                phase,
                kind,
                subject,
                rule,
                camera,
                place,
                road,
                at,
                onset,
                score,
                boxes,
                looks,
                otherWorker,
                otherGeneration,
                note);
    }
}
