package io.kakou.analysis.walk;

import io.kakou.analysis.face.FaceReader;
import io.kakou.analysis.face.FaceSaid;
import io.kakou.analysis.face.FaceSettings;
import io.kakou.analysis.face.FaceVotes;
import io.kakou.analysis.track.Subject;
import io.kakou.analysis.track.Track;
import io.kakou.models.Picture;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the faces of those who stand near enough. Pure, as its reader is. */
public final class Faces {
    private final FaceReader reader;
    private final FaceSettings settings;

    public Faces(FaceReader reader, FaceSettings settings) {
        this.reader = reader;
        this.settings = settings;
    }

    /** Whether somebody was near enough to be asked in the next look, in pictures so many pixels high. */
    public boolean wouldAsk(WalkMemory walks, int pixels) {
        return reader != FaceReader.NONE
                && walks.present().stream()
                        .anyMatch(walker -> walker.box().height() * pixels >= settings.leastPersonPixels());
    }

    /**
     * What faces say in one look.
     *
     * @param walks before the look
     * @param present all that the look saw
     * @param sharp the look's picture at the camera's own size, or null where nobody is to be asked
     * @return by track, of those who were asked
     */
    public Map<Long, FaceSaid> ask(WalkMemory walks, List<Track> present, @Nullable Picture sharp) {
        Map<Long, FaceSaid> said = new HashMap<>();
        if (sharp == null || reader == FaceReader.NONE) {
            return said;
        }
        present.stream()
                .filter(track -> track.subject() == Subject.PERSON)
                .filter(track -> track.box().height() * sharp.height() >= settings.leastPersonPixels())
                .filter(track -> votes(walks, track).isOpen(settings, track.lastSeconds()))
                .sorted(Comparator.comparingDouble((Track track) -> -track.box().height())
                        .thenComparing(Track::id))
                .limit(settings.peopleALook())
                .forEach(track -> said.put(track.id(), settings.said(reader.read(sharp, track.box()))));
        return said;
    }

    private static FaceVotes votes(WalkMemory walks, Track track) {
        return walks.walkers().stream()
                .filter(walker -> walker.track() == track.id())
                .map(Walker::face)
                .findFirst()
                .orElse(FaceVotes.NONE);
    }
}
