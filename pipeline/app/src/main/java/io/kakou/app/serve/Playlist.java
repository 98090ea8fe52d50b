package io.kakou.app.serve;

import io.kakou.rtsp.serve.StreamFormat;
import io.kakou.rtsp.serve.StreamReader;
import io.kakou.rtsp.serve.StreamSource;
import io.kakou.rtsp.serve.StreamUnit;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Files of one camera, one after the other as one film. Who is reading when a file is added sees it at the next pass. */
public final class Playlist implements StreamSource {
    private final StreamFormat format;
    private final List<StreamSource> files = new CopyOnWriteArrayList<>();

    public Playlist(StreamSource first) {
        this.format = first.format();
        files.add(first);
    }

    /** Appends a file that is coded like the first. */
    public void add(StreamSource next) {
        files.add(next);
    }

    @Override
    public StreamFormat format() {
        return format;
    }

    @Override
    public StreamReader open() {
        return new Reader(files.iterator());
    }

    /** Reads on where the file before ended, one picture later. */
    private static final class Reader implements StreamReader {
        private final Iterator<StreamSource> rest;
        private @Nullable StreamReader reader;
        private double shift;
        private double latest;
        private double beforeLatest;

        Reader(Iterator<StreamSource> rest) {
            this.rest = rest;
        }

        @Override
        public @Nullable StreamUnit next() throws IOException {
            StreamUnit unit = reader == null ? null : reader.next();
            if (unit != null) {
                see(unit.seconds() + shift);
                return new StreamUnit(unit.seconds() + shift, unit.keyframe(), unit.annexB());
            }
            boolean first = reader == null;
            close();
            if (!rest.hasNext()) {
                return null;
            }
            shift = first ? 0 : latest + (latest - beforeLatest);
            reader = rest.next().open();
            return next();
        }

        private void see(double seconds) {
            if (seconds > latest) {
                beforeLatest = latest;
                latest = seconds;
            }
        }

        @Override
        public void close() throws IOException {
            if (reader != null) {
                reader.close();
            }
        }
    }
}
