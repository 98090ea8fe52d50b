package io.kakou.benchmarks.interop;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.StreamDecoder;
import io.kakou.benchmarks.interop.CodedFilm.Picture;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.RtspException;
import java.util.ArrayList;
import java.util.List;

/** What came, beside the film that it came from. */
final class Verdict {
    private static final double MOST_TIMELINE_ERROR_SECONDS = 0.001;

    private final Interop.Case which;
    private final CodedFilm film;
    private final Viewing viewing;
    private final List<AccessUnit> units;
    private final List<Picture> owed;

    private Verdict(Interop.Case which, CodedFilm film, Viewing viewing) {
        this.which = which;
        this.film = film;
        this.viewing = viewing;
        this.units = viewing.units();
        this.owed = owed();
    }

    static Outcome of(Interop.Case which, CodedFilm film, Viewing viewing) throws InterruptedException {
        return new Verdict(which, film, viewing).outcome();
    }

    /** The whole film; of a server that does not wait, from the first picture that came, which is a keyframe. */
    private List<Picture> owed() {
        List<Picture> all = film.pictures();
        if (which.server().waits() || units.isEmpty()) {
            return all;
        }
        List<String> first = pieces(0);
        int from = 0;
        while (from < all.size()
                && !(all.get(from).keyframe() && all.get(from).pieces().equals(first))) {
            from++;
        }
        return from == all.size() ? all : withoutLeading(all.subList(from, all.size()));
    }

    /** Those that follow the keyframe at which decoding begins but refer to what was before it are not to be shown. */
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

    private List<String> pieces(int unit) {
        return Pieces.of(which.codec(), units.get(unit).bytes());
    }

    private Outcome outcome() throws InterruptedException {
        int delivered = delivered();
        int decoded = decoded();
        double error = timelineError(delivered);
        String why = String.join("; ", complaints(delivered, decoded, error));
        return new Outcome(
                which.server(),
                which.server().program(which.codec()),
                which.transport(),
                viewing.carried(),
                which.codec(),
                why.isEmpty(),
                owed.size(),
                delivered,
                decoded,
                keyframes(),
                viewing.lost(),
                atMonotone(),
                cameraTime(),
                delivered == 0 ? null : Math.round(error * 1e6) / 1e3,
                Math.round(viewing.seconds() * 1e3) / 1e3,
                why.isEmpty() ? null : why);
    }

    private List<String> complaints(int delivered, int decoded, double error) {
        List<String> complaints = new ArrayList<>();
        RtspException failure = viewing.failure();
        if (delivered < owed.size()) {
            complaints.add(
                    delivered < units.size()
                            ? "picture " + (delivered + 1) + " is not the film's"
                            : delivered + " of " + owed.size() + " pictures came");
            complaints.add(failure == null ? "then nothing within time" : failure.reason());
        }
        if (owed.size() < film.pictures().size() / 2) {
            complaints.add("began when over half of the film was over");
        }
        if (viewing.carried() != which.server().carriedBy(which.transport())) {
            complaints.add("carried by " + viewing.carried());
        }
        if (keyframes() != owed.stream().filter(Picture::keyframe).count()) {
            complaints.add(keyframes() + " keyframes");
        }
        if (decoded < delivered) {
            complaints.add(decoded + " frames decode");
        }
        if (viewing.lost() > 0) {
            complaints.add(viewing.lost() + " packets lost");
        }
        if (!atMonotone()) {
            complaints.add("our time steps back");
        }
        if (!cameraTime()) {
            complaints.add("no camera time");
        }
        if (error > MOST_TIMELINE_ERROR_SECONDS) {
            complaints.add("the timeline is not the film's");
        }
        return complaints;
    }

    private int delivered() {
        int most = Math.min(units.size(), owed.size());
        int delivered = 0;
        while (delivered < most && owed.get(delivered).pieces().equals(pieces(delivered))) {
            delivered++;
        }
        return delivered;
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
        for (int i = 1; i < units.size(); i++) {
            if (units.get(i).at().isBefore(units.get(i - 1).at())) {
                return false;
            }
        }
        return true;
    }

    private boolean cameraTime() {
        return !units.isEmpty() && units.get(units.size() - 1).cameraTime() != null;
    }

    /** Both begin at their first picture, which is a keyframe. */
    private double timelineError(int delivered) {
        double most = 0;
        for (int i = 0; i < delivered; i++) {
            double ours = units.get(i).seconds() - units.get(0).seconds();
            most = Math.max(
                    most, Math.abs(ours - (owed.get(i).seconds() - owed.get(0).seconds())));
        }
        return most;
    }
}
