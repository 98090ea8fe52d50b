package io.kakou.benchmarks.interop;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.StreamDecoder;
import io.kakou.benchmarks.interop.CodedFilm.Picture;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.RtspException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came, beside the film that it came from. */
final class Verdict {
    private static final double MOST_TIMELINE_ERROR_SECONDS = 0.001;
    /** Both read one clock; but FFmpeg hurries at first after the time that it waited for somebody to play. */
    private static final double MOST_OFFSET_SECONDS = 3;

    private final Interop.Case which;
    private final CodedFilm film;
    private final Viewing viewing;
    /** Those that came, and of a server that goes on behind the film's end only those before it. */
    private final List<AccessUnit> units;

    private final List<Picture> owed;
    private final int delivered;
    private final int cut;
    private final List<String> complaints = new ArrayList<>();

    Verdict(Interop.Case which, CodedFilm film, Viewing viewing) {
        this.which = which;
        this.film = film;
        this.viewing = viewing;
        List<AccessUnit> came = viewing.units();
        this.owed = came.isEmpty() ? film.pictures() : owed(came.get(0));
        this.units = came.subList(0, Math.min(came.size(), owed.size()));
        this.delivered = delivered();
        this.cut = cut();
    }

    /** The whole film; of a server that does not wait, from the first picture that came, which is a keyframe. */
    private List<Picture> owed(AccessUnit first) {
        List<Picture> all = film.pictures();
        if (which.server().waits()) {
            return all;
        }
        int from = 0;
        while (from < all.size() && !(all.get(from).keyframe() && same(all.get(from), first))) {
            from++;
        }
        int to = all.size() - which.server().keptBack(which.codec());
        return from >= to ? all : withoutLeading(all.subList(from, to));
    }

    /** What refers to pictures before the keyframe at which decoding begins is not to be shown (H.265 §8.1.3). */
    private static List<Picture> withoutLeading(List<Picture> pictures) {
        List<Picture> shown = new ArrayList<>();
        int keyframes = 0;
        for (Picture picture : pictures) {
            keyframes += picture.keyframe() ? 1 : 0;
            if (keyframes > 1 || !picture.leading()) {
                shown.add(picture);
            }
        }
        return shown;
    }

    private int delivered() {
        int same = 0;
        while (same < units.size() && same(owed.get(same), units.get(same))) {
            same++;
        }
        return same;
    }

    private int cut() {
        int cut = 0;
        for (int i = 0; i < delivered; i++) {
            cut += owed.get(i).pieces().equals(pieces(units.get(i))) ? 0 : 1;
        }
        return cut;
    }

    private boolean same(Picture picture, AccessUnit unit) {
        List<String> came = pieces(unit);
        return came.equals(picture.pieces()) || came.equals(which.server().cut(which.codec(), picture.pieces()));
    }

    private List<String> pieces(AccessUnit unit) {
        return Pieces.of(which.codec(), unit.bytes());
    }

    Outcome outcome(@Nullable String program) {
        int decoded = decoded();
        Double error = timelineError();
        Double offset = cameraOffset();
        complainOfPictures(decoded);
        complainOfTime(error, offset);
        return new Outcome(
                which.server(),
                program,
                which.transport(),
                viewing.carried(),
                which.codec(),
                complaints.isEmpty(),
                owed.size(),
                delivered,
                decoded,
                keyframes(),
                viewing.lost(),
                atMonotone(),
                millis(offset),
                millis(error),
                Math.round(viewing.seconds() * 1e3) / 1e3,
                note());
    }

    private @Nullable String note() {
        if (complaints.isEmpty()) {
            return cut == 0 ? null : "pictures that the server sent without their last bytes: " + cut;
        }
        return String.join("; ", complaints);
    }

    private void complainOfPictures(int decoded) {
        RtspException failure = viewing.failure();
        if (delivered < units.size()) {
            complaints.add("picture " + (delivered + 1) + " is not the film's");
        } else if (delivered < owed.size()) {
            complaints.add("only " + delivered + " pictures came");
            complaints.add(failure == null ? "then none in time" : failure.reason());
        }
        unless(owed.size() >= film.pictures().size() / 2, "it began when over half of the film was over");
        unless(viewing.carried() == which.server().carriedBy(which.transport()), "carried by " + viewing.carried());
        long keyframes = owed.stream().filter(Picture::keyframe).count();
        unless(keyframes() == keyframes, keyframes + " keyframes are owed");
        unless(decoded >= delivered || cut > 0, "not all frames decode");
        unless(viewing.lost() == 0, "packets are missing");
    }

    private void complainOfTime(@Nullable Double error, @Nullable Double offset) {
        unless(atMonotone(), "our time steps back");
        unless(error == null || error <= MOST_TIMELINE_ERROR_SECONDS, "the timeline is not the film's");
        unless(offset != null || shown() < which.server().reportsWithinSeconds(), "its clock is not told");
        unless(offset == null || Math.abs(offset) <= MOST_OFFSET_SECONDS, "its clock is told wrong");
    }

    private void unless(boolean fine, String complaint) {
        if (!fine) {
            complaints.add(complaint);
        }
    }

    private int decoded() {
        int intact = 0;
        try (StreamDecoder decoder = new StreamDecoder(which.codec())) {
            for (AccessUnit unit : units) {
                decoder.send(unit.bytes(), unit.seconds());
                intact += intact(decoder);
            }
            decoder.flush();
            return intact + intact(decoder);
        }
    }

    private static int intact(StreamDecoder decoder) {
        int intact = 0;
        for (DecodedFrame frame = decoder.next(); frame != null; frame = decoder.next()) {
            intact += frame.intact() ? 1 : 0;
        }
        return intact;
    }

    private int keyframes() {
        return (int) units.stream().filter(AccessUnit::keyframe).count();
    }

    private boolean atMonotone() {
        List<AccessUnit> all = viewing.units();
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).at().isBefore(all.get(i - 1).at())) {
                return false;
            }
        }
        return true;
    }

    private double shown() {
        return units.isEmpty() ? 0 : units.get(units.size() - 1).seconds();
    }

    /** Of our time against the server's, at the last picture; null where it told none. */
    private @Nullable Double cameraOffset() {
        AccessUnit last = units.isEmpty() ? null : units.get(units.size() - 1);
        return last == null || last.cameraTime() == null
                ? null
                : Duration.between(last.cameraTime(), last.at()).toNanos() / 1e9;
    }

    /** The most by which a picture's place differs from the film's, measured from the last one; null without pictures. */
    private @Nullable Double timelineError() {
        if (delivered == 0) {
            return null;
        }
        double shift = shift(delivered - 1);
        double most = 0;
        for (int i = firstWellStamped(); i < delivered; i++) {
            most = Math.max(most, Math.abs(shift(i) - shift));
        }
        return most;
    }

    private double shift(int i) {
        return units.get(i).seconds() - owed.get(i).seconds();
    }

    /** VLC stamps the very first pictures of a film with B pictures up to 80 ms late: there, from the next keyframe on. */
    private int firstWellStamped() {
        int at = 0;
        if (!which.server().waits()) {
            at = 1;
            while (at < delivered - 1 && !owed.get(at).keyframe()) {
                at++;
            }
        }
        return at;
    }

    private static @Nullable Double millis(@Nullable Double seconds) {
        return seconds == null ? null : Math.round(seconds * 1e6) / 1e3;
    }
}
