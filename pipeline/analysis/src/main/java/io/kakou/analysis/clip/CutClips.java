package io.kakou.analysis.clip;

import io.kakou.analysis.clip.Manifest.Gap;
import io.kakou.analysis.clip.Manifest.Part;
import io.kakou.analysis.store.HashLine;
import io.kakou.analysis.store.Shelf;
import io.kakou.analysis.store.StoreException;
import io.kakou.analysis.store.StoreException.Code;
import io.kakou.events.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives clips whose recording was killed a manifest that says so. */
final class CutClips {
    private static final Logger LOG = LoggerFactory.getLogger(CutClips.class);

    private final Shelf shelf;
    private final OpenClips open;

    CutClips(Shelf shelf, OpenClips open) {
        this.shelf = shelf;
        this.open = open;
    }

    /** @param noted the clip as it was noted before its newest part was stored, or was about to be */
    void mark(Manifest noted) {
        try {
            Manifest cut = whatIsThere(noted).with(ClipState.CUT);
            shelf.put(cut.key(), Json.write(cut), "application/json");
            open.forget(cut.alert());
            LOG.info(
                    "clip {} of {} was cut: {} parts are there",
                    cut.alert(),
                    cut.camera(),
                    cut.parts().size());
        } catch (StoreException | IOException e) {
            LOG.warn("clip {} stays open until the next start: {}", noted.alert(), e.getMessage());
        }
    }

    private Manifest whatIsThere(Manifest noted) throws StoreException {
        List<Part> there = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>(noted.gaps());
        // It goes to the store beside the first part, and without it none can be played.
        boolean playable = shelf.list(noted.initKey()).contains(noted.initKey());
        for (Part part : noted.parts()) {
            if (playable && isThere(part)) {
                there.add(part);
            } else {
                var from = noted.startAt().plusNanos(Math.round(part.from() * 1e9));
                gaps.add(new Gap(from, from.plusNanos(Math.round(part.seconds() * 1e9)), part.bytes(), "cut"));
            }
        }
        return noted.withParts(there).withGaps(gaps);
    }

    private boolean isThere(Part part) throws StoreException {
        try {
            return HashLine.sha256(shelf.get(part.key())).equals(part.sha256());
        } catch (StoreException e) {
            if (e.code() == Code.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }
}
