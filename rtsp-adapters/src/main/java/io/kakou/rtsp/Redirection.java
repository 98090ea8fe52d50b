package io.kakou.rtsp;

import io.kakou.rtsp.RtspException.Code;
import io.kakou.rtsp.wire.ServerTrust;
import java.util.HashSet;
import java.util.Set;

/**
 * Where one attempt is sent on to (RFC 2326 §11.3): at most {@value #MOST} times, never twice to one place, never out
 * of TLS. Only the configured host is told the credentials, and only it is trusted as configured.
 */
final class Redirection {
    static final int MOST = 3;

    private final RtspAddress configured;
    private final Set<String> seen = new HashSet<>();
    private RtspAddress present;

    Redirection(RtspAddress configured) {
        this.configured = configured;
        this.present = configured;
        seen.add(configured.url());
    }

    /** Where the attempt is now. */
    RtspAddress present() {
        return present;
    }

    /**
     * Goes on to there.
     *
     * @param location as the camera gave it; what it says of users and of trust is passed over
     * @throws RtspException where it does not lead on
     */
    void follow(String location) throws RtspException {
        RtspAddress next = read(location.strip());
        if (present.tls() && !next.tls()) {
            throw refusal("it sends us on from rtsps to rtsp");
        }
        if (!seen.add(next.url())) {
            throw refusal("it sends us round in a circle");
        }
        if (seen.size() > MOST + 1) {
            throw refusal("it sends us on more than " + MOST + " times");
        }
        present = next;
    }

    private RtspAddress read(String location) throws RtspException {
        try {
            RtspAddress there =
                    RtspAddress.of(configured.camera(), location.startsWith("/") ? root() + location : location);
            boolean same = there.host().equalsIgnoreCase(configured.host());
            return new RtspAddress(
                    configured.camera(),
                    there.host(),
                    there.port(),
                    there.url(),
                    same ? configured.credentials() : null,
                    same ? configured.trust() : ServerTrust.AUTHORITIES);
        } catch (IllegalArgumentException e) {
            throw refusal("it sends us on to what is no RTSP address");
        }
    }

    private String root() {
        String url = present.url();
        int path = url.indexOf('/', url.indexOf("://") + 3);
        return path < 0 ? url : url.substring(0, path);
    }

    private RtspException refusal(String why) {
        return new RtspException(Code.REJECTED, configured.camera(), why + ", at " + present);
    }
}
