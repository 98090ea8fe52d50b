package io.kakou.app.turn;

import io.kakou.models.Detector;

/** A model that was opened for some cameras; closed when nobody wants it and no camera looks with it any more. */
final class OpenModel {
    private final Detector detector;
    private int users;
    private boolean wanted = true;

    OpenModel(Detector detector) {
        this.detector = detector;
    }

    Detector detector() {
        return detector;
    }

    /** A camera looks with it from now on. False where it was closed meanwhile. */
    synchronized boolean take() {
        if (!wanted) {
            return false;
        }
        users++;
        return true;
    }

    /** One of those looks with another. */
    synchronized void giveBack() {
        users--;
        closeIdle();
    }

    synchronized void unwanted() {
        wanted = false;
        closeIdle();
    }

    private void closeIdle() {
        if (!wanted && users == 0) {
            detector.close();
        }
    }
}
