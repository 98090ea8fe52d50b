package io.kakou.app.storm;

import io.kakou.app.StagedLift;
import io.kakou.app.serve.ServedFile;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import java.time.InstantSource;
import java.util.Map;

/** Two lifts that an e-bike enters again and again. */
final class StagedStreet implements AutoCloseable {
    private final RtspLoops loops = new RtspLoops(1, InstantSource.system());
    private final RtspServer server;

    StagedStreet() throws Exception {
        server = new RtspServer(
                loops, ServerSettings.defaults().withPort(0), Map.of("lift", ServedFile.of(StagedLift.clip())));
    }

    void start() throws Exception {
        loops.start();
        server.start();
    }

    /** Addresses by camera. */
    Map<String, String> cameras() {
        return Map.of("lift-1", server.url("lift"), "lift-2", server.url("lift"));
    }

    /** Sends no more pictures, so that no more alerts come. */
    void fallSilent() {
        server.close();
    }

    @Override
    public void close() {
        server.close();
        loops.close();
    }
}
