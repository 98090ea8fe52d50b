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
 * @param rtpChannel of interleaved frames, 0 where none is given
 * @param rtpPort the server's for datagrams, 0 where none is given
 * @param transport the header as it came, empty where none did
 */
record SetupAnswer(
        String session,
        double timeoutSeconds,
        int rtpChannel,
        int rtcpChannel,
        int rtpPort,
        int rtcpPort,
        String transport) {
    static final SetupAnswer DEFAULT = new SetupAnswer("", 60, 0, 1, 0, 0, "");

    private static final Pattern TIMEOUT = Pattern.compile("(?i);\\s*timeout\\s*=\\s*([0-9]{1,6})");
    private static final Pattern CHANNELS = Pattern.compile("(?i)interleaved\\s*=\\s*([0-9]{1,3})(?:-([0-9]{1,3}))?");
    private static final Pattern PORTS = Pattern.compile("(?i)server_port\\s*=\\s*([0-9]{1,5})(?:-([0-9]{1,5}))?");
    private static final Pattern DATAGRAMS = Pattern.compile("(?i)(?:client|server)_port\\s*=");
    private static final Pattern MANY = Pattern.compile("(?i)multicast");
    private static final int HIGHEST_PORT = 65_535;
    /** A frame has one byte for it (RFC 2326 §10.12). */
    private static final int HIGHEST_CHANNEL = 255;

    private static final double LEAST_SECONDS = 1;
    private static final double MOST_SECONDS = 30;

    static SetupAnswer of(HttpHeaders headers) {
        String session = text(headers.get(RtspHeaderNames.SESSION));
        Matcher timeout = TIMEOUT.matcher(session);
        double seconds = timeout.find() ? Integer.parseInt(timeout.group(1)) : 0;
        String transport = text(headers.get(RtspHeaderNames.TRANSPORT));
        int[] channels = pair(CHANNELS.matcher(transport));
        int[] ports = pair(PORTS.matcher(transport));
        String id = session.split(";", 2)[0].strip();
        return new SetupAnswer(
                speakable(id) ? id : "",
                seconds > 0 ? seconds : DEFAULT.timeoutSeconds,
                channels[0],
                channels[1],
                ports[1] <= HIGHEST_PORT ? ports[0] : 0,
                ports[0] > 0 && ports[1] <= HIGHEST_PORT ? ports[1] : 0,
                transport);
    }

    /** Whether it is an answer to what was asked for; one that says nothing of it is, one of packets to many is not. */
    boolean agrees(Transport asked) {
        boolean frames = CHANNELS.matcher(transport).find();
        return !MANY.matcher(transport).find()
                && switch (asked) {
                    case UDP -> !frames;
                    case TCP, AUTO -> frames || !DATAGRAMS.matcher(transport).find();
                };
    }

    /** The channels where no frame could bear them, as they stand there; else null. */
    @Nullable
    String impossibleChannels() {
        boolean possible = Math.max(rtpChannel, rtcpChannel) <= HIGHEST_CHANNEL && rtpChannel != rtcpChannel;
        return possible ? null : rtpChannel + "-" + rtcpChannel;
    }

    /** {@code 4-7}, or {@code 4}, which is followed by 5; 0 and 1 where neither stands. */
    private static int[] pair(Matcher matcher) {
        boolean found = matcher.find();
        int first = found ? Integer.parseInt(matcher.group(1)) : 0;
        String second = found ? matcher.group(2) : null;
        return new int[] {first, second == null ? first + 1 : Integer.parseInt(second)};
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
