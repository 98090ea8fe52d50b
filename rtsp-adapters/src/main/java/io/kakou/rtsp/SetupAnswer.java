package io.kakou.rtsp;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.rtsp.RtspHeaderNames;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What SETUP was answered with.
 *
 * @param session its id, empty where none was given
 * @param timeoutSeconds after which the server forgets a client that says nothing (RFC 2326 §12.37)
 */
record SetupAnswer(String session, double timeoutSeconds, int rtpChannel, int rtcpChannel) {
    static final SetupAnswer DEFAULT = new SetupAnswer("", 60, 0, 1);

    private static final Pattern TIMEOUT = Pattern.compile("(?i);\\s*timeout\\s*=\\s*([0-9]{1,6})");
    private static final Pattern CHANNELS = Pattern.compile("(?i)interleaved\\s*=\\s*([0-9]{1,3})(?:-([0-9]{1,3}))?");
    private static final double LEAST_SECONDS = 1;
    private static final double MOST_SECONDS = 30;

    static SetupAnswer of(HttpHeaders headers) {
        String session = text(headers.get(RtspHeaderNames.SESSION));
        Matcher timeout = TIMEOUT.matcher(session);
        double seconds = timeout.find() ? Integer.parseInt(timeout.group(1)) : 0;
        Matcher channels = CHANNELS.matcher(text(headers.get(RtspHeaderNames.TRANSPORT)));
        boolean found = channels.find();
        int rtp = found ? Integer.parseInt(channels.group(1)) : DEFAULT.rtpChannel;
        String second = found ? channels.group(2) : null;
        String id = session.split(";", 2)[0].strip();
        return new SetupAnswer(
                speakable(id) ? id : "",
                seconds > 0 ? seconds : DEFAULT.timeoutSeconds,
                rtp,
                second == null ? rtp + 1 : Integer.parseInt(second));
    }

    /** Half the time-out leaves room for one that is lost or late; beyond half a minute firewalls forget us. */
    double keepAliveSeconds() {
        return Math.min(MOST_SECONDS, Math.max(LEAST_SECONDS, timeoutSeconds / 2));
    }

    /** Whether it can be said in a request: what holds control characters would end a line there, or be one. */
    static boolean speakable(String text) {
        return text.chars().noneMatch(c -> c < ' ' || c == 0x7f);
    }

    private static String text(@Nullable String header) {
        return header == null ? "" : header;
    }
}
