package io.kakou.app.cluster;

import java.util.Locale;

/** A process of the cluster, in the order in which they start. */
public enum Part {
    DATABASE,
    LOG,
    /** Which JobManager leads, and where its jobs' newest checkpoints lie. */
    ZOOKEEPER,
    JOB_MANAGER,
    TASK_MANAGER_1,
    TASK_MANAGER_2;

    /** As its files are called. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
