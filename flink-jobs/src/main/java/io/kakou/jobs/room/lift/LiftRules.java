package io.kakou.jobs.room.lift;

import java.io.Serializable;

/**
 * When a room hears of an e-bike whose door is held.
 *
 * @param staySeconds of an e-bike that a look saw so long after the first, 30
 * @param silentSeconds of one that is neither released nor told of by its worker, 45: a release takes some seconds to be sure
 * @param patienceSeconds a release that is on the log already is read within this, 3
 * @param recoverySeconds so long after the job began nobody is taken for silent: what a worker could not write while the log
 *     was away is still on its way, 30
 * @param repeats so many stops of one lift are one person who tries again, 3
 * @param repeatSeconds within this, 600
 */
record LiftRules(
        double staySeconds,
        double silentSeconds,
        double patienceSeconds,
        double recoverySeconds,
        int repeats,
        double repeatSeconds)
        implements Serializable {
    static final LiftRules DEFAULT = new LiftRules(30, 45, 3, 30, 3, 600);
}
