package io.kakou.app.thin;

import io.kakou.analysis.street.StreetCamera;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.RtspCamera;
import io.kakou.rtsp.RtspException;
import io.kakou.rtsp.RtspSession;
import java.util.Locale;

/** From a camera's sessions to what watches it. Called on event loops; never blocks. */
final class SessionRelay implements RtspCamera.Listener {
    private final String camera;
    private final StreetCamera live;
    private final ThinLine.Listener listener;

    SessionRelay(String camera, StreetCamera live, ThinLine.Listener listener) {
        this.camera = camera;
        this.live = live;
        this.listener = listener;
    }

    @Override
    public void reached(RtspSession.State state) {
        if (state == RtspSession.State.STREAMING) {
            listener.camera(camera, "streaming");
        }
    }

    @Override
    public void accessUnit(AccessUnit unit) {
        live.accept(unit);
    }

    @Override
    public void retrying(RtspException why, double seconds) {
        live.sessionBegins();
        listener.camera(camera, String.format(Locale.ROOT, "%s; next try in %.1f s", why.getMessage(), seconds));
    }
}
