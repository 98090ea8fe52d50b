package io.kakou.app.role;

import io.kakou.analysis.record.elsewhere.Sessions;
import io.kakou.events.Camera;
import io.kakou.events.secret.SecretBox;
import io.kakou.rtsp.ClockRange;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.RtspSession;
import io.kakou.rtsp.SessionSettings;

/** The street's own recorders, by the addresses that the cameras name. */
record RecorderSessions(RtspLoops loops, SecretBox box) implements Sessions {
    @Override
    public RtspSession of(Camera camera, ClockRange range, RtspSession.Listener listener) {
        String url = camera.recorderStream();
        if (url == null) {
            throw new IllegalArgumentException("it names no recorder; allowed: an address in recorderStream");
        }
        SessionSettings settings = SessionSettings.defaults().withRange(range);
        return new RtspSession(loops, StreetParts.address(camera, url, box), settings, listener);
    }
}
