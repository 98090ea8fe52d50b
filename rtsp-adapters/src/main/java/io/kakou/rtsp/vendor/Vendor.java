package io.kakou.rtsp.vendor;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Manufacturers by the paths of their RTSP addresses. {@code {n}} stands for the channel, {@code {nn}} for the channel in
 * two digits; a path without either belongs to a camera of one lens.
 */
public enum Vendor {
    /**
     * Hikvision 海康威视 since firmware 5: stream id is channel, then 01 main, 02 sub (Hikvision, ISAPI, “RTSP”: {@code
     * /Streaming/Channels/<ID>}). {@code tracks} in its place is playback, which is no camera.
     */
    HIKVISION("Hikvision 海康威视", "/Streaming/Channels/{n}01", "/Streaming/Channels/{n}02"),

    /** Hikvision before that, its many other brands, and Ezviz 萤石 (Hikvision, “RTSP address format”, 2012). */
    HIKVISION_OLD("Hikvision 海康威视 (old), Ezviz 萤石", "/h264/ch{n}/main/av_stream", "/h264/ch{n}/sub/av_stream"),

    /** Dahua 大华, Amcrest, Lechange (Dahua, HTTP API for IPC, “Get real-time stream”). */
    DAHUA("Dahua 大华", "/cam/realmonitor?channel={n}&subtype=0", "/cam/realmonitor?channel={n}&subtype=1"),

    /** Uniview 宇视, a camera itself (Uniview, “RTSP stream of IPC”). */
    UNIVIEW("Uniview 宇视", "/media/video1", "/media/video2"),

    /** Uniview 宇视, a camera behind a recorder (Uniview, “RTSP stream of NVR”). */
    UNIVIEW_RECORDER("Uniview 宇视 NVR", "/unicast/c{n}/s0/live", "/unicast/c{n}/s1/live"),

    /** Tiandy 天地伟业: channel, then 1 main, 2 sub (as integrators' lists give it). */
    TIANDY("Tiandy 天地伟业", "/{n}/1", "/{n}/2"),

    /** TP-Link Tapo and Vigi 普联 (TP-Link, FAQ 2680 “How to view Tapo camera on PC through RTSP”). */
    TP_LINK("TP-Link 普联 (Tapo, Vigi)", "/stream1", "/stream2"),

    /** Axis: the sub stream is the same one asked for in another size (Axis, VAPIX, “Video streaming”, RTSP parameters). */
    AXIS("Axis", "/axis-media/media.amp?camera={n}", "/axis-media/media.amp?camera={n}&resolution=640x360"),

    /** Reolink (Reolink support, “Introduction to RTSP”). */
    REOLINK("Reolink", "/h264Preview_{nn}_main", "/h264Preview_{nn}_sub");

    public static final int DEFAULT_PORT = 554;
    public static final int MOST_CHANNELS = 256;

    private final String words;
    private final String main;
    private final String sub;

    Vendor(String words, String main, String sub) {
        this.words = words;
        this.main = main;
        this.sub = sub;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /**
     * The address of a stream, without credentials.
     *
     * @param host a name or an address, IPv6 in brackets
     * @param channel from 1; a camera that is no recorder has 1 alone
     * @throws IllegalArgumentException where the channel is out of range, or more than 1 where there is one only
     */
    public String address(String host, int port, int channel, StreamKind kind) {
        boolean single = !main.contains("{");
        int most = single ? 1 : MOST_CHANNELS;
        if (channel < 1 || channel > most) {
            throw new IllegalArgumentException("channel " + channel + " of " + words + "; allowed: 1 to " + most);
        }
        return "rtsp://" + host + (port == DEFAULT_PORT ? "" : ":" + port) + path(channel, kind);
    }

    String path(int channel, StreamKind kind) {
        return template(kind)
                .replace("{nn}", String.format(Locale.ROOT, "%02d", channel))
                .replace("{n}", String.valueOf(channel));
    }

    /** The channel that the path names, or 0 where it is no such stream of this manufacturer. */
    int channel(String path, StreamKind kind) {
        Matcher fit = pattern(kind).matcher(path);
        if (!fit.matches()) {
            return 0;
        }
        int channel = fit.groupCount() == 0 ? 1 : Integer.parseInt(fit.group(1));
        return channel <= MOST_CHANNELS ? channel : 0;
    }

    /** Case and a trailing slash differ from one firmware to the next. */
    private Pattern pattern(StreamKind kind) {
        String quoted = Pattern.quote(template(kind))
                .replace("{nn}", "\\E([0-9]{2,3})\\Q")
                .replace("{n}", "\\E([0-9]{1,3})\\Q");
        return Pattern.compile(quoted + "/?", Pattern.CASE_INSENSITIVE);
    }

    private String template(StreamKind kind) {
        return switch (kind) {
            case MAIN -> main;
            case SUB -> sub;
        };
    }
}
