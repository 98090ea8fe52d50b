package io.kakou.rtsp.serve;

import io.kakou.rtsp.wire.Credentials;
import io.kakou.rtsp.wire.DigestHash;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * How a server listens and serves.
 *
 * @param host address to listen on, 127.0.0.1; another one shows the pictures to whoever reaches it
 * @param port 0 takes any free one
 * @param credentials null lets everybody in
 * @param digest the hash offered beside Basic, {@link DigestHash#MD5}: many clients know no other
 * @param cameraClock what sender reports tell, the system's clock; a wrong one plays a camera with a wrong clock
 * @param atEnd {@link AtEnd#LOOP}
 * @param reportSeconds between sender reports, 5
 * @param sessionSeconds the time-out told to clients, 60; not enforced, since a session ends with its connection
 */
public record ServerSettings(
        String host,
        int port,
        @Nullable Credentials credentials,
        DigestHash digest,
        InstantSource cameraClock,
        AtEnd atEnd,
        double reportSeconds,
        int sessionSeconds) {
    public ServerSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + "; allowed: 0 to 65535");
        }
        if (!(reportSeconds > 0) || sessionSeconds < 1) {
            throw new IllegalArgumentException("reportSeconds " + reportSeconds + ", sessionSeconds " + sessionSeconds
                    + "; allowed: more than 0, 1 and more");
        }
    }

    public static ServerSettings defaults() {
        return new ServerSettings("127.0.0.1", 0, null, DigestHash.MD5, InstantSource.system(), AtEnd.LOOP, 5, 60);
    }

    public ServerSettings withPort(int other) {
        return new ServerSettings(host, other, credentials, digest, cameraClock, atEnd, reportSeconds, sessionSeconds);
    }

    public ServerSettings withHost(String other) {
        return new ServerSettings(other, port, credentials, digest, cameraClock, atEnd, reportSeconds, sessionSeconds);
    }

    public ServerSettings withCredentials(Credentials other, DigestHash hash) {
        return new ServerSettings(host, port, other, hash, cameraClock, atEnd, reportSeconds, sessionSeconds);
    }

    public ServerSettings withCameraClock(InstantSource other) {
        return new ServerSettings(host, port, credentials, digest, other, atEnd, reportSeconds, sessionSeconds);
    }

    public ServerSettings withAtEnd(AtEnd other) {
        return new ServerSettings(host, port, credentials, digest, cameraClock, other, reportSeconds, sessionSeconds);
    }
}
