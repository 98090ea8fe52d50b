package io.kakou.app.search;

import io.kakou.analysis.past.NoPicture;
import io.kakou.analysis.past.PastPicture;
import io.kakou.analysis.record.FootageDesk;
import io.kakou.app.door.Asked;
import io.kakou.app.door.InternalDoor.Answer;
import io.kakou.events.FootageLook;
import io.kakou.events.LabelledBox;
import io.kakou.events.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Pictures of who passed, cut from footage when somebody asks. What the street's own recorder keeps is fetched first, once a
 * moment. Safe for many threads.
 */
public final class PersonPictures {
    private static final int MOST_FETCHES = 512;
    /** Around the moment: whole GOPs of any camera. */
    private static final Duration BEFORE = Duration.ofSeconds(10);

    private static final Duration BEHIND = Duration.ofSeconds(2);
    /** A fetch that has not come by then will not come: others wait before it, and a recorder may have nothing. */
    private static final Duration COMES = Duration.ofMinutes(5);
    /** A minute is stored when it is over, some seconds later. */
    private static final Duration STORED_BY = Duration.ofSeconds(150);

    private final FootageDesk desk;
    private final PastPicture pictures;
    /** By camera and moment, when it was asked for. */
    private final Map<String, Instant> fetches = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_FETCHES;
        }
    };

    public PersonPictures(FootageDesk desk) {
        this.desk = desk;
        this.pictures = new PastPicture(desk.footage());
    }

    /** @param field a word that the page knows: how the footage stands */
    record Refused(String error, String field) {}

    /** The picture as JPEG, or 404 and why there is none. */
    public Answer answer(Asked asked) {
        String camera = asked.word("camera");
        Instant at = time(asked.word("at"));
        LabelledBox box = new LabelledBox(
                "person", 1, share(asked, "left"), share(asked, "top"), share(asked, "right"), share(asked, "bottom"));
        try {
            return new Answer(200, "image/jpeg", pictures.of(camera, at, box));
        } catch (NoPicture e) {
            if (e.state() != FootageLook.NOT_RECORDED) {
                return refused(e.state(), String.valueOf(e.getMessage()));
            } else if (desk.isRecorded(camera) && Instant.now().isBefore(at.plus(STORED_BY))) {
                return refused(FootageLook.NOT_YET, "it is recorded, and not stored yet");
            }
            return isFetched(camera, at)
                    ? refused(FootageLook.NOT_YET, "it is fetched from the street's recorder")
                    : refused(e.state(), String.valueOf(e.getMessage()));
        }
    }

    /** Whether the street's own recorder is asked for it. */
    private synchronized boolean isFetched(String camera, Instant at) {
        String key = camera + '~' + at;
        Instant asked = fetches.get(key);
        Instant now = Instant.now();
        if (asked != null) {
            return now.isBefore(asked.plus(COMES));
        }
        try {
            desk.fetch(camera, at.minus(BEFORE), at.plus(BEHIND));
        } catch (IllegalArgumentException e) {
            return false;
        }
        fetches.put(key, now);
        return true;
    }

    private static Answer refused(FootageLook state, String line) {
        return new Answer(404, "application/json", Json.write(new Refused(line, "picture." + state)));
    }

    private static Instant time(String word) {
        try {
            return Instant.parse(word);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("at is " + word + "; allowed: a time, 2026-05-01T04:00:00Z", e);
        }
    }

    private static double share(Asked asked, String name) {
        String word = asked.word(name);
        try {
            double share = Double.parseDouble(word);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is " + word + "; allowed: 0 to 1", e);
        }
        throw new IllegalArgumentException(name + " is " + word + "; allowed: 0 to 1");
    }
}
