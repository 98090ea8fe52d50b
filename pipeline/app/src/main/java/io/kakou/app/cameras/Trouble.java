package io.kakou.app.cameras;

import io.kakou.events.Stage;
import io.kakou.rtsp.RtspException;
import java.util.Locale;

/**
 * Why a camera cannot be judged.
 *
 * @param kind the same for the same trouble, whatever numbers and bytes its reason holds
 * @param stage what it stands at
 * @param why in one line, without the camera's id
 * @param next what is done about it
 */
record Trouble(String kind, Stage stage, String why, Next next) {
    /** What is done next, by itself. */
    enum Next {
        /** It is opened again and again. */
        RETRIED,
        /** Wrong logins lock cameras: it is asked seldom. */
        RETRIED_SELDOM,
        /** What watches it is made anew. */
        REOPENED,
        /** It is looked at further. */
        WATCHED_ON,
        /** Only a person can help. */
        LEFT
    }

    static Trouble ofSession(RtspException why, Stage stage) {
        boolean login = why.code() == RtspException.Code.UNAUTHORIZED;
        return new Trouble(stage + "/" + why.code(), stage, why.reason(), login ? Next.RETRIED_SELDOM : Next.RETRIED);
    }

    /** How long it must last before people hear of it: what mends itself at once is nobody's trouble. */
    double lastingSeconds() {
        return switch (next) {
            case RETRIED, RETRIED_SELDOM -> 2;
            case REOPENED, LEFT -> 0;
            case WATCHED_ON -> 10;
        };
    }

    /** One line for people. */
    String line(String camera) {
        String place = stage.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "camera " + camera + " shows nothing, it stands at " + place + ": " + why + "; " + action();
    }

    private String action() {
        return switch (next) {
            case RETRIED -> "tried again by itself, at first within seconds, later every minute";
            case RETRIED_SELDOM -> "tried again every two minutes, and at once when its login is changed";
            case REOPENED -> "opened anew in 10 s";
            case WATCHED_ON -> "looked at until it shows something";
            case LEFT -> "not tried again until the camera is changed";
        };
    }
}
