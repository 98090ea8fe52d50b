package io.kakou.analysis.record.index;

/** Why something is missing. */
public enum Cause {
    /** Its session broke, or it could not be reached. */
    CAMERA_AWAY("the camera was away", false),
    /** Its session stood, and nothing came. */
    CAMERA_SILENT("the camera sent nothing", false),
    /** Behind a break there is nothing to begin with. */
    NO_KEYFRAME("no keyframe came after a break", false),
    /** A file could not say what is in it. */
    UNREADABLE("the camera's parameter sets cannot be read", false),
    /** The street's own recorder did not give it. */
    NOT_ELSEWHERE("the street's own recorder did not give it", false),
    /** The store was away for longer than the spool holds, or the disk is nearly full. */
    SPOOL_FULL("the store was away for longer than the spool holds", true),
    /** This machine's disk did not take it. */
    DISK("this machine's disk did not take it", true),
    /** More came than could be written. */
    TOO_SLOW("the recorder could not keep up", true),
    /** The store will not have it. */
    STORE_REFUSES("the store refuses it", true),
    /** This process did not run. */
    NOT_RUNNING("the recorder did not run", true),
    /** The camera was not set to be recorded, or was set up anew. */
    NOT_WANTED("the camera was not set to be recorded, or was set up anew", false),
    /** It was kept, and its time was over. */
    LET_GO("kept once, and let go when its time was over", false),
    /** A constant written by a newer release. */
    UNKNOWN("for a reason of a newer release", false);

    private final String line;
    private final boolean ours;

    Cause(String line, boolean ours) {
        this.line = line;
        this.ours = ours;
    }

    /** For people. */
    public String line() {
        return line;
    }

    /** Whether the camera showed it and it was lost here. */
    public boolean isOurs() {
        return ours;
    }
}
