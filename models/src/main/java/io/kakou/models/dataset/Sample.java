package io.kakou.models.dataset;

import io.kakou.models.Box;
import java.nio.file.Path;
import java.util.List;

/**
 * One labelled picture.
 *
 * @param source the collection it comes from
 * @param group what is left out together: a building, a camera, else the whole source
 * @param truth what is in it, in the event's words, e.g. {@code e-bike}; {@link #NONE} where it is nothing of the kind
 * @param boxes where it is; none where nobody has drawn it, or where there is nothing
 */
public record Sample(Path file, String source, String group, String truth, List<Box> boxes) {
    public static final String NONE = "none";

    public Sample {
        boxes = List.copyOf(boxes);
    }

    /** The group without its last part: {@code lift-tiles/old} of {@code lift-tiles/old/a}. */
    public String family() {
        int slash = group.lastIndexOf('/');
        return slash < 0 ? group : group.substring(0, slash);
    }

    public boolean is(String wanted) {
        return truth.equals(wanted);
    }
}
