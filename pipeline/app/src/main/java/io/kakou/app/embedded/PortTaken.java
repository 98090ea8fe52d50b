package io.kakou.app.embedded;

import java.io.IOException;

/** A port that cannot be listened on; its message is one line for people. */
public final class PortTaken extends IOException {
    private static final long serialVersionUID = 1L;

    PortTaken(String host, int port, IOException why) {
        super("port " + port + " of " + host + " cannot be listened on: " + why.getMessage(), why);
    }
}
