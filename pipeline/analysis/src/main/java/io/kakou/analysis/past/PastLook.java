package io.kakou.analysis.past;

import io.kakou.analysis.clip.TimedUnit;
import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.StreamDecoder;
import io.kakou.analysis.gate.PictureCheck;
import io.kakou.analysis.look.Look;
import io.kakou.analysis.record.StoredFootage;
import io.kakou.analysis.record.index.FootageIndex;
import io.kakou.analysis.record.index.Minute;
import io.kakou.analysis.store.StoreException;
import io.kakou.analysis.watch.CameraWatch;
import io.kakou.analysis.watch.Judged;
import io.kakou.analysis.watch.Moment;
import io.kakou.events.Finding.Progress;
import io.kakou.events.FootageLook;
import io.kakou.events.PersonSighting;
import io.kakou.rtsp.Codec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a span of a camera's stored footage: its keyframes, judged as live ones are. An hour takes about a minute of one
 * core. What was told is the same each time it is looked at.
 */
public final class PastLook {
    /** Footage is fetched in pieces of so many seconds. */
    private static final int PIECE_SECONDS = 60;
    /** Who was there at the end of the span is told of after so long. */
    private static final double END_SECONDS = 30;
    /** Where fewer of the looks than this show something, the footage is blind. */
    private static final double LEAST_CLEAR = 0.1;

    private final StoredFootage footage;
    private final FootageIndex index;

    public PastLook(StoredFootage footage, FootageIndex index) {
        this.footage = footage;
        this.index = index;
    }

    /** What is to be looked at. */
    public record Span(String camera, Instant from, Instant to) {
        double seconds() {
            return Duration.between(from, to).toMillis() / 1000.0;
        }

        Progress progress(FootageLook state, double seconds, double kept, @Nullable String why) {
            double missing = Math.max(0, seconds() - kept);
            return new Progress(state, from, to, Math.round(seconds), Math.round(missing), why);
        }
    }

    /** Hears of everybody who passed. */
    public interface Told {
        /**
         * Somebody has passed.
         *
         * @param look in which it was told; its picture holds until this returns. Null after the last
         */
        void passed(PersonSighting person, @Nullable Look look);
    }

    /** Seconds of it that are kept. */
    public double kept(Span span) {
        double seconds = 0;
        for (Minute minute : index.span(span.camera(), span.from(), span.to()).minutes()) {
            Instant from = minute.from().isBefore(span.from()) ? span.from() : minute.from();
            Instant to = minute.to().isAfter(span.to()) ? span.to() : minute.to();
            seconds += Math.max(0, Duration.between(from, to).toMillis() / 1000.0 - minute.missing());
        }
        return seconds;
    }

    /** Up to when something of it is kept; its begin where nothing is. */
    public Instant keptTo(Span span) {
        Instant to = span.from();
        for (Minute minute : index.span(span.camera(), span.from(), span.to()).minutes()) {
            to = minute.to().isAfter(to) ? minute.to() : to;
        }
        return min(to, span.to());
    }

    /**
     * Looks at it.
     *
     * @param watch of that camera, that has seen nothing; closed by the caller
     * @param told hears of everybody who passed
     * @param stops asked between pieces; the rest is then not looked at
     */
    public Progress look(Span span, CameraWatch watch, Told told, BooleanSupplier stops) {
        double kept = kept(span);
        if (kept <= 0) {
            return span.progress(FootageLook.NOT_RECORDED, 0, 0, "nothing is kept of this time");
        }
        Eyes eyes = new Eyes(span, watch, told);
        String why = null;
        Instant piece = span.from();
        while (piece.isBefore(span.to()) && !stops.getAsBoolean()) {
            Instant end = min(piece.plusSeconds(PIECE_SECONDS), span.to());
            try {
                eyes.see(footage.units(span.camera(), piece, end), piece, end);
            } catch (StoreException e) {
                why = String.valueOf(e.getMessage());
            }
            piece = end;
        }
        eyes.end();
        double looked = Math.min(kept, Duration.between(span.from(), piece).toMillis() / 1000.0);
        if (eyes.looks == 0 || eyes.clear < LEAST_CLEAR * eyes.looks) {
            String blind = why != null ? why : "its pictures show nothing: dark, covered or torn";
            return span.progress(FootageLook.BLIND, 0, kept, blind);
        }
        boolean whole = !piece.isBefore(span.to());
        return span.progress(whole ? FootageLook.LOOKED : FootageLook.LOOKING, looked, kept, why);
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static final class Eyes {
        private final Span span;
        private final CameraWatch watch;
        private final Told told;
        private int looks;
        private int clear;
        private double last = -1;

        Eyes(Span span, CameraWatch watch, Told told) {
            this.span = span;
            this.watch = watch;
            this.told = told;
        }

        /** Whole GOPs came: what lies before the piece was seen in the one before. */
        void see(List<TimedUnit> units, Instant from, Instant to) {
            List<TimedUnit> keyframes = units.stream()
                    .filter(each -> each.unit().keyframe())
                    .filter(each ->
                            !each.unit().at().isBefore(from) && each.unit().at().isBefore(to))
                    .toList();
            if (keyframes.isEmpty()) {
                return;
            }
            Codec codec = keyframes.get(keyframes.size() - 1).unit().codec();
            try (StreamDecoder decoder = new StreamDecoder(codec)) {
                for (TimedUnit each : keyframes) {
                    if (each.unit().codec() == codec) {
                        decoder.send(each.unit().bytes(), seconds(each.unit().at()));
                        drain(decoder);
                    }
                }
                decoder.flush();
                drain(decoder);
            }
        }

        private double seconds(Instant at) {
            return Duration.between(span.from(), at).toMillis() / 1000.0;
        }

        private void drain(StreamDecoder decoder) {
            for (DecodedFrame frame = decoder.next(); frame != null; frame = decoder.next()) {
                if (frame.seconds() > last) {
                    last = frame.seconds();
                    see(frame);
                }
            }
        }

        private void see(DecodedFrame frame) {
            Instant at = span.from().plusMillis(Math.round(frame.seconds() * 1000));
            Judged judged =
                    watch.see(frame, new Moment("past-" + Math.round(frame.seconds() * 1000), frame.seconds(), at));
            if (judged != null) {
                looks++;
                clear += judged.check() == PictureCheck.CLEAR ? 1 : 0;
                judged.judgement().people().forEach(person -> told.passed(person, judged.look()));
            }
        }

        /** Nobody comes after the end: who is there still has to be told of. */
        void end() {
            watch.left(last + END_SECONDS).forEach(person -> told.passed(person, null));
        }
    }
}
