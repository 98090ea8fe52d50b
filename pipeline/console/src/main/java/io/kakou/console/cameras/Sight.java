package io.kakou.console.cameras;

import io.kakou.events.EventKind;

/**
 * How one event is watched for by one camera, the worst that holds.
 *
 * @param why a word that the page knows; empty where it is watched
 */
public record Sight(Degree degree, String why) {
    /** Given less than this many times the interval that it should have, it is watched as promised. */
    static final double STRETCHED_FROM = 1.5;

    private static final String UNJUDGED = "its picture cannot be judged: ";

    /** How well, worst last but for {@link #BRAKED}. */
    public enum Degree {
        /** As promised. */
        WATCHED,
        /** Less often than promised, or not judged. */
        STRETCHED,
        /** Pictures come and none can be judged. */
        BLIND,
        /** No pictures come, or nobody speaks of it. */
        OFFLINE,
        /** A person has switched it off. */
        BRAKED
    }

    /** How an event that the camera is to be watched for is watched for. */
    static Sight of(CameraState state, EventKind kind, CameraStates states) {
        if (!state.online()) {
            return new Sight(Degree.OFFLINE, String.valueOf(state.trouble()));
        }
        if (state.blind() != null) {
            return new Sight(Degree.BLIND, reason(state.blind()));
        }
        if (CameraStates.isBraked(state, kind)) {
            return new Sight(Degree.BRAKED, Trouble.BRAKED.name());
        }
        if (state.notWatched().contains(kind)) {
            return new Sight(Degree.STRETCHED, Trouble.NOT_JUDGED.name());
        }
        if (state.stretch() != null && state.stretch() > STRETCHED_FROM) {
            return new Sight(Degree.STRETCHED, "SHORT");
        }
        return states.isLate(state) ? new Sight(Degree.STRETCHED, Trouble.LATE.name()) : new Sight(Degree.WATCHED, "");
    }

    /** The last word of what its worker says, {@code covered}; {@code other} where it says it otherwise. */
    private static String reason(String blind) {
        return switch (blind.startsWith(UNJUDGED) ? blind.substring(UNJUDGED.length()) : "") {
            case "torn" -> "TORN";
            case "blank" -> "BLANK";
            case "fogged" -> "FOGGED";
            case "out of focus" -> "BLURRED";
            case "covered" -> "COVERED";
            case "frozen" -> "FROZEN";
            default -> "OTHER";
        };
    }
}
