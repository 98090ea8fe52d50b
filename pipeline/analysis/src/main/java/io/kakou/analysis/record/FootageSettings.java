package io.kakou.analysis.record;

import io.kakou.analysis.record.keep.Capacity;
import io.kakou.analysis.record.keep.Retention;
import io.kakou.analysis.record.spool.RecordSettings;

/**
 * How a worker records.
 *
 * @param writing how footage gets to the store
 * @param retention how long it stays there
 * @param capacity how many cameras can be recorded all the time
 */
public record FootageSettings(RecordSettings writing, Retention retention, Capacity capacity) {}
