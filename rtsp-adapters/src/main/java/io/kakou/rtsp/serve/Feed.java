package io.kakou.rtsp.serve;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One session's reading of its source, pass after pass on one timeline. Blocks; never on an event loop. */
final class Feed implements Closeable {
    /** How long the only unit of a pass lasts. */
    private static final double ONE_UNIT_SECONDS = 1.0 / 25;

    private final StreamSource source;
    private final AtEnd atEnd;
    private @Nullable StreamReader reader;
    private boolean closed;
    private double shift;
    private int units;
    private double earliest;
    private double latest;
    private double beforeLatest;

    Feed(StreamSource source, AtEnd atEnd) {
        this.source = source;
        this.atEnd = atEnd;
    }

    /** Up to so many units with their times on the session's timeline; fewer only at the end, or once closed. */
    synchronized List<StreamUnit> read(int count) throws IOException {
        List<StreamUnit> batch = new ArrayList<>(count);
        while (!closed && batch.size() < count) {
            if (reader == null) {
                reader = source.open();
            }
            StreamUnit unit = reader.next();
            if (unit != null) {
                see(unit.seconds());
                batch.add(new StreamUnit(unit.seconds() + shift, unit.keyframe(), unit.annexB()));
            } else if (!passEnded()) {
                break;
            }
        }
        return batch;
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        closeReader();
    }

    /** Whether there is another pass. */
    private boolean passEnded() throws IOException {
        closeReader();
        if (units == 0) {
            throw new IOException("the source has no units");
        }
        switch (atEnd) {
            case LOOP -> shift += latest - earliest + lastDuration();
            case CLOSE -> closed = true;
        }
        units = 0;
        return !closed;
    }

    private double lastDuration() {
        return units > 1 && latest > beforeLatest ? latest - beforeLatest : ONE_UNIT_SECONDS;
    }

    private void see(double seconds) {
        boolean first = units++ == 0;
        earliest = first ? seconds : Math.min(earliest, seconds);
        if (first) {
            latest = seconds;
            beforeLatest = seconds;
        } else if (seconds > latest) {
            beforeLatest = latest;
            latest = seconds;
        } else if (beforeLatest == latest || seconds > beforeLatest) {
            beforeLatest = seconds;
        }
    }

    private void closeReader() throws IOException {
        StreamReader open = reader;
        reader = null;
        if (open != null) {
            open.close();
        }
    }
}
