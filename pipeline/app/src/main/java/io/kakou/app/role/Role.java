package io.kakou.app.role;

import java.util.Locale;

/** A process by what it does. */
public enum Role {
    /** The broker and the object store; not needed where others run both. */
    LOG,
    /** The jobs and the console. */
    ROOM,
    /** Cameras, models, evidence. */
    ANALYSIS;

    /** As it stands on a command line and in file names. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it runs, not started. */
    public RunningRole of(Deployment deployment, RunningRole.Listener listener) {
        return switch (this) {
            case LOG -> new LogRole(deployment, listener);
            case ROOM -> new RoomRole(deployment, listener);
            case ANALYSIS -> new AnalysisRole(deployment, listener);
        };
    }
}
