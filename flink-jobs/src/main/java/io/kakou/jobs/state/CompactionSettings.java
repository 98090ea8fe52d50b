package io.kakou.jobs.state;

import java.util.Collection;
import org.apache.flink.state.rocksdb.RocksDBOptionsFactory;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.Env;
import org.rocksdb.Priority;

/**
 * When RocksDB merges what it has written, which Flink's settings do not name. Each checkpoint writes a file for each state
 * that has changed. After RocksDB's own four of them, at a checkpoint every 5 s, all of a state was merged three times a
 * minute; and a job that came back from a kill began with that, on the cores that its overdue steps wanted.
 */
public final class CompactionSettings implements RocksDBOptionsFactory {
    /** What is sought is in one of so many more; bloom filters say in which not. */
    private static final int FILES = 12;
    /** RocksDB's own 20 and 36, as much further away. */
    private static final int SLOW_FILES = 28;

    private static final int STOP_FILES = 44;

    private static final long serialVersionUID = 1L;

    @Override
    public DBOptions createDBOptions(DBOptions options, Collection<AutoCloseable> toClose) {
        // Of the whole process: whoever waits for an alert goes first. What merges too late slows the writes that made
        // it wait.
        Env.getDefault().lowerThreadPoolCPUPriority(Priority.LOW);
        return options;
    }

    @Override
    public ColumnFamilyOptions createColumnOptions(ColumnFamilyOptions options, Collection<AutoCloseable> toClose) {
        return options.setLevel0FileNumCompactionTrigger(FILES)
                .setLevel0SlowdownWritesTrigger(SLOW_FILES)
                .setLevel0StopWritesTrigger(STOP_FILES);
    }
}
