package io.kakou.analysis.clip;

import io.kakou.analysis.clip.Manifest.Gap;
import io.kakou.analysis.clip.Manifest.Part;
import io.kakou.analysis.mux.Fragment;
import io.kakou.analysis.mux.Fragmenter;
import io.kakou.analysis.mux.InitSegment;
import io.kakou.analysis.store.HashLine;
import io.kakou.analysis.store.Shelf;
import io.kakou.analysis.store.StoreException;
import io.kakou.events.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One clip as it goes into the store, part by part. A storage thread owns it. */
final class ClipFile {
    private static final Logger LOG = LoggerFactory.getLogger(ClipFile.class);
    /** Pieces a player takes at once; where a part is longer it plays before it is whole. */
    private static final double FRAGMENT_SECONDS = 2;

    private final Shelf shelf;
    private final OpenClips open;
    private Manifest manifest;
    private @Nullable Fragmenter fragmenter;

    ClipFile(Shelf shelf, OpenClips open, Manifest manifest) {
        this.shelf = shelf;
        this.open = open;
        this.manifest = manifest;
    }

    /**
     * Stores a part and what there is of the clip with it. What the store does not take becomes a gap.
     *
     * @param gaps what could not even wait for the store since the part before
     */
    void append(Stretch stretch, List<Gap> gaps) {
        addGaps(gaps);
        try {
            if (!stretch.units().isEmpty()) {
                store(stretch);
            }
            publish();
        } catch (StoreException | IOException e) {
            LOG.warn("clip {} of {}: {}", manifest.alert(), manifest.camera(), e.getMessage());
            addGaps(stretch.units().isEmpty() ? List.of() : List.of(stretch.gap(String.valueOf(e.getMessage()))));
        }
    }

    /** Ends the clip; where the store does not take the manifest, the next start will find it open. */
    void end(List<Gap> gaps, ClipState state) {
        addGaps(gaps);
        manifest = manifest.with(state);
        try {
            publish();
            open.forget(manifest.alert());
        } catch (StoreException | IOException e) {
            LOG.warn("clip {} of {} is not sealed: {}", manifest.alert(), manifest.camera(), e.getMessage());
        }
    }

    private void store(Stretch stretch) throws StoreException, IOException {
        Fragmenter cutter = begin(stretch.units().get(0));
        List<Fragment> fragments = cut(cutter, stretch);
        if (fragments.isEmpty()) {
            return;
        }
        byte[] bytes = join(fragments);
        String key = Manifest.folder(manifest.alert())
                + String.format(Locale.ROOT, "%04d.m4s", manifest.parts().size());
        double seconds = fragments.stream().mapToDouble(Fragment::seconds).sum();
        Part part = new Part(key, fragments.get(0).from(), seconds, bytes.length, HashLine.sha256(bytes));
        List<Part> parts = new ArrayList<>(manifest.parts());
        parts.add(part);
        Manifest grown = manifest.withParts(parts);
        open.note(grown);
        shelf.put(key, bytes, "video/iso.segment");
        manifest = grown;
    }

    private Fragmenter begin(TimedUnit first) throws StoreException, IOException {
        Fragmenter begun = fragmenter;
        if (begun != null) {
            return begun;
        }
        InitSegment init = InitSegment.of(first.unit().bytes());
        if (init == null) {
            throw new IOException("the camera's parameter sets cannot be read");
        }
        open.note(manifest);
        shelf.put(Manifest.folder(manifest.alert()) + "init.mp4", init.bytes(), "video/mp4");
        manifest = manifest.withPictures(init.codec(), init.width(), init.height());
        begun = new Fragmenter(first.seconds(), FRAGMENT_SECONDS);
        fragmenter = begun;
        return begun;
    }

    private static List<Fragment> cut(Fragmenter cutter, Stretch stretch) {
        List<Fragment> fragments = new ArrayList<>();
        for (TimedUnit unit : stretch.units()) {
            add(fragments, cutter.add(unit.sample()));
        }
        Double next = stretch.next();
        add(fragments, next == null ? cutter.flush() : cutter.flush(next));
        return fragments;
    }

    private static void add(List<Fragment> fragments, @Nullable Fragment fragment) {
        if (fragment != null) {
            fragments.add(fragment);
        }
    }

    private static byte[] join(List<Fragment> fragments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(
                fragments.stream().mapToInt(each -> each.bytes().length).sum());
        fragments.forEach(each -> out.writeBytes(each.bytes()));
        return out.toByteArray();
    }

    private void publish() throws StoreException {
        shelf.put(manifest.key(), Json.write(manifest), "application/json");
    }

    private void addGaps(List<Gap> more) {
        List<Gap> gaps = new ArrayList<>(manifest.gaps());
        gaps.addAll(more);
        manifest = manifest.withGaps(gaps);
    }
}
