package io.kakou.rtsp.vendor;

/** Which of a camera's streams. */
public enum StreamKind {
    /** Full size: plates, evidence. */
    MAIN,
    /** Small, about 640×360: what is looked at all day. */
    SUB;

    StreamKind other() {
        return switch (this) {
            case MAIN -> SUB;
            case SUB -> MAIN;
        };
    }
}
