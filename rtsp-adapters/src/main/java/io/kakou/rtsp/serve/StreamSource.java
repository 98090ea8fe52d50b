package io.kakou.rtsp.serve;

import java.io.IOException;

/** Something that can be served: a file, or pictures made up on the way. Asked by many sessions at once. */
public interface StreamSource {
    /** What every reader of it gives; asked on an event loop, so it is known, not looked up. */
    StreamFormat format();

    /** A reader of its own for one session, at the first unit. Called off the event loop; may block. */
    StreamReader open() throws IOException;
}
