package io.kakou.app.role;

import io.kakou.analysis.record.FootageDesk;
import io.kakou.analysis.record.index.Gap;
import io.kakou.analysis.record.index.Minute;
import io.kakou.analysis.record.index.MinuteState;
import io.kakou.analysis.record.index.Place;
import io.kakou.analysis.record.index.Span;
import io.kakou.analysis.record.keep.Hold;
import io.kakou.analysis.record.keep.Holds;
import io.kakou.analysis.record.play.Movie;
import io.kakou.analysis.store.StoreException;
import io.kakou.app.door.Asked;
import io.kakou.app.door.InternalDoor.Answer;
import io.kakou.app.search.PersonPictures;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.rtsp.Codec;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the analysis process tells the console of footage. */
public record FootageAnswers(FootageDesk desk, PersonPictures pictures) {
    private static final Pattern RELEASE = Pattern.compile("/footage/holds/([A-Za-z0-9._-]{1,64})/release");
    private static final Duration LONGEST = Duration.ofDays(32);

    public FootageAnswers(FootageDesk desk) {
        this(desk, new PersonPictures(desk));
    }

    /** A minute as it is known outside: the store's key stays here. */
    record Shown(
            String segment,
            Instant from,
            Instant to,
            long bytes,
            String codec,
            int width,
            int height,
            MinuteState state,
            String sha256,
            double missing) {
        static Shown of(Minute minute) {
            return new Shown(
                    Place.segment(minute.key()),
                    minute.from(),
                    minute.to(),
                    minute.bytes(),
                    minute.codec(),
                    minute.width(),
                    minute.height(),
                    minute.state(),
                    minute.sha256(),
                    minute.missing());
        }
    }

    record Spans(String camera, Instant from, Instant to, List<Shown> minutes, List<Gap> gaps) {}

    record AllHolds(List<Hold> holds) {}

    record Fetch(String camera, Instant from, Instant to) {}

    record Release(String by, String reason) {}

    /** The answer, or null where nothing of that name is here. */
    @Nullable
    public Answer answer(Asked asked) throws InterruptedException {
        try {
            return routed(asked);
        } catch (StoreException | IOException e) {
            return Answer.error(503, String.valueOf(e.getMessage()));
        } catch (UnreadableRecord | DateTimeParseException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private @Nullable Answer routed(Asked asked)
            throws StoreException, IOException, UnreadableRecord, InterruptedException {
        Matcher release = RELEASE.matcher(asked.path());
        if (asked.is("GET", "/footage/spans")) {
            return Answer.json(spans(asked));
        } else if (asked.is("GET", "/footage/h264")) {
            return h264(asked);
        } else if (asked.is("GET", "/footage/person")) {
            return pictures.answer(asked);
        } else if (asked.is("GET", "/footage/status")) {
            return Answer.json(desk.status());
        } else if (asked.is("GET", "/footage/holds")) {
            return Answer.json(new AllHolds(desk.holds().active()));
        } else if (asked.is("POST", "/footage/fetch")) {
            Fetch wanted = Json.read(Fetch.class, asked.body());
            desk.fetch(wanted.camera(), wanted.from(), wanted.to());
            return Answer.json(wanted);
        } else if (asked.is("POST", "/footage/holds")) {
            return Answer.json(desk.holds().set(Json.read(Holds.Wanted.class, asked.body())));
        } else if (asked.method().equals("POST") && release.matches()) {
            Release wanted = Json.read(Release.class, asked.body());
            return Answer.json(desk.holds().release(release.group(1), wanted.by(), wanted.reason()));
        }
        return null;
    }

    private Spans spans(Asked asked) {
        String camera = asked.word("camera");
        Instant from = Instant.parse(asked.word("from"));
        Instant to = Instant.parse(asked.word("to"));
        if (!to.isAfter(from) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "from " + from + " to " + to + "; allowed: up to " + LONGEST.toDays() + " days, from before to");
        }
        Span span = desk.index().span(camera, from, to);
        return new Spans(
                camera, from, to, span.minutes().stream().map(Shown::of).toList(), span.gaps());
    }

    private Answer h264(Asked asked) throws IOException, InterruptedException {
        String camera = asked.word("camera");
        String segment = asked.word("segment");
        String key = Place.key(camera, segment);
        Instant day = key == null ? null : Place.begin(segment);
        if (key == null || day == null) {
            return Answer.error(404, "there is no footage of that name");
        }
        Codec codec = desk.index().span(camera, day.minusSeconds(1), day.plusSeconds(1)).minutes().stream()
                .filter(minute -> minute.key().equals(key))
                .map(minute -> Movie.codec(minute.codec()))
                .findFirst()
                .orElse(null);
        return codec == null
                ? Answer.error(404, "there is no footage of that name")
                : new Answer(200, "video/mp4", desk.h264(key, codec));
    }
}
