package io.kakou.analysis.alertlog;

/**
 * An alert as it lies on the disk.
 *
 * @param number its place in the spool, growing by one
 * @param camera the key it goes to the log under
 * @param json the alert as the log takes it; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; handed through as it was written.
public record SpooledAlert(long number, String camera, byte[] json) {}
