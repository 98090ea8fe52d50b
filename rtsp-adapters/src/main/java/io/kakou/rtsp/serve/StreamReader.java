package io.kakou.rtsp.serve;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a source from its first unit to its end. Called by one thread at a time, off the event loop; may block. */
public interface StreamReader extends Closeable {
    /** The next unit in decoding order, or null at the end. */
    @Nullable
    StreamUnit next() throws IOException;
}
