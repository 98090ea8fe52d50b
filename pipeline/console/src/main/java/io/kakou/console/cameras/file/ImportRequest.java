package io.kakou.console.cameras.file;

import io.kakou.console.coordinates.CoordinateSystem;

/**
 * What is to be done with a file.
 *
 * @param coordinates what its places were measured in
 */
public record ImportRequest(CoordinateSystem coordinates, Mode mode, Existing existing) {
    /** How far to go. */
    public enum Mode {
        /** Reports, and changes nothing. */
        CHECK,
        /** Takes every camera over, where none is refused. */
        IMPORT
    }

    /** What becomes of a camera that is there already. */
    public enum Existing {
        /** Its line is refused. */
        REFUSE,
        /** It stays as it is, and its line is passed over. */
        KEEP
    }
}
