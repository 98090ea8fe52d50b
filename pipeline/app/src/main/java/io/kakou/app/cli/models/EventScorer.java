package io.kakou.app.cli.models;

import io.kakou.events.EventKind;
import io.kakou.models.Picture;

/** Judges still pictures for one event, as its rule would at first sight of them. One thread. */
interface EventScorer {
    EventKind event();

    /** A picture of the camera as it usually is goes into that camera's memory, for events that have one. */
    default void remember(String camera, Picture reference) {}

    /** Judges a picture; it is not remembered. */
    StillAnswer judge(String camera, Picture picture);
}
