package io.kakou.app.cameras;

import io.kakou.app.serve.ServedFile;
import io.kakou.rtsp.serve.StreamFormat;
import io.kakou.rtsp.serve.StreamReader;
import io.kakou.rtsp.serve.StreamSource;
import io.kakou.rtsp.serve.StreamUnit;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One film behind the other in one session, as where somebody sets a camera to another resolution. */
public record FilmsInTurn(ServedFile first, ServedFile second, double firstSeconds) implements StreamSource {
    @Override
    public StreamFormat format() {
        return first.format();
    }

    @Override
    public StreamReader open() throws IOException {
        StreamReader before = first.open();
        StreamReader after = second.open();
        return new StreamReader() {
            @Override
            public @Nullable StreamUnit next() throws IOException {
                StreamUnit unit = before.next();
                if (unit != null) {
                    return unit;
                }
                StreamUnit later = after.next();
                return later == null
                        ? null
                        : new StreamUnit(firstSeconds + later.seconds(), later.keyframe(), later.annexB());
            }

            @Override
            public void close() throws IOException {
                before.close();
                after.close();
            }
        };
    }
}
