package io.kakou.analysis.clip;

import io.kakou.analysis.clip.Manifest.Gap;
import io.kakou.analysis.clip.Manifest.Part;
import io.kakou.analysis.mux.Fragment;
import io.kakou.analysis.mux.Fragmenter;
import io.kakou.analysis.mux.InitSegment;
import io.kakou.analysis.store.HashLine;
import io.kakou.analysis.store.Parcel;
import io.kakou.analysis.store.Porters;
import io.kakou.analysis.store.StoreException;
import io.kakou.events.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One clip as it goes into the store, part by part. A storage thread owns it. */
final class ClipFile {
    private static final Logger LOG = LoggerFactory.getLogger(ClipFile.class);
    /** Pieces a player takes at once; where a part is longer it plays before it is whole. */
    private static final double FRAGMENT_SECONDS = 2;

    private final Porters porters;
    private final OpenClips open;
    private Manifest manifest;
    private @Nullable InitSegment header;
    private Fragmenter cutter = new Fragmenter(0, FRAGMENT_SECONDS);

    ClipFile(Porters porters, OpenClips open, Manifest manifest) {
        this.porters = porters;
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

    /** The objects of one part do not wait for each other; the manifest that names them waits for all. */
    private void store(Stretch stretch) throws StoreException, IOException {
        List<Parcel> parcels = new ArrayList<>();
        Manifest grown = manifest;
        if (header == null) {
            header = header(stretch.units().get(0));
            cutter = new Fragmenter(stretch.units().get(0).seconds(), FRAGMENT_SECONDS);
        }
        if (grown.codec() == null) {
            parcels.add(new Parcel(grown.initKey(), header.bytes(), "video/mp4"));
            grown = grown.withPictures(header.codec(), header.width(), header.height());
        }
        for (List<Fragment> fragments : parts(cut(cutter, stretch))) {
            Parcel parcel = new Parcel(partKey(grown), join(fragments), "video/iso.segment");
            parcels.add(parcel);
            grown = grown.withParts(with(grown.parts(), part(parcel, fragments)));
        }
        open.note(grown);
        porters.put(parcels);
        manifest = grown;
    }

    private static InitSegment header(TimedUnit first) throws IOException {
        InitSegment header = InitSegment.of(first.unit().codec(), first.unit().bytes());
        if (header == null) {
            throw new IOException("the camera's parameter sets cannot be read");
        }
        return header;
    }

    /** A clip's first fragment is a part of its own: few bytes, and a player has something to show. */
    private List<List<Fragment>> parts(List<Fragment> fragments) {
        if (fragments.size() < 2 || !manifest.parts().isEmpty()) {
            return fragments.isEmpty() ? List.of() : List.of(fragments);
        }
        return List.of(fragments.subList(0, 1), fragments.subList(1, fragments.size()));
    }

    private static String partKey(Manifest manifest) {
        return Manifest.folder(manifest.alert())
                + String.format(Locale.ROOT, "%04d.m4s", manifest.parts().size());
    }

    private static Part part(Parcel parcel, List<Fragment> fragments) {
        double seconds = fragments.stream().mapToDouble(Fragment::seconds).sum();
        byte[] bytes = parcel.bytes();
        return new Part(parcel.key(), fragments.get(0).from(), seconds, bytes.length, HashLine.sha256(bytes));
    }

    private static List<Part> with(List<Part> before, Part part) {
        return Stream.concat(before.stream(), Stream.of(part)).toList();
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
        porters.put(List.of(new Parcel(manifest.key(), Json.write(manifest), "application/json")));
    }

    private void addGaps(List<Gap> more) {
        List<Gap> gaps = new ArrayList<>(manifest.gaps());
        gaps.addAll(more);
        manifest = manifest.withGaps(gaps);
    }
}
