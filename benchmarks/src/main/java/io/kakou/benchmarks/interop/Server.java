package io.kakou.benchmarks.interop;

import io.kakou.rtsp.Codec;
import io.kakou.rtsp.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose server, and what it owes. */
public enum Server {
    /** gst-rtsp-server: shows each client the whole film from its first picture. */
    GSTREAMER,
    /**
     * FFmpeg's RTSP output, which pushes, behind a {@link Relay}: the whole film from its first picture, pushed by the
     * transport that it is played by.
     */
    FFMPEG,
    /**
     * VLC's {@code #rtp} output: knows no interleaved packets (it answers 461), so that a client that may choose goes on
     * by UDP; shows what it is at, so that the first keyframe after PLAY and all behind it up to the film's end are owed.
     */
    VLC;

    /** The transports that it is asked for. */
    public List<Transport> asked() {
        return List.of(this == VLC ? Transport.AUTO : Transport.TCP, Transport.UDP);
    }

    /** How packets must come where it is asked for that. */
    Transport carriedBy(Transport wanted) {
        return this == VLC ? Transport.UDP : wanted;
    }

    /** Whether the film begins when somebody plays it. */
    boolean waits() {
        return this != VLC;
    }

    /** The first sender report is due when a session has shown pictures for so long. */
    double reportsWithinSeconds() {
        return switch (this) {
            case GSTREAMER -> 3.5;
            case FFMPEG -> 0;
            case VLC -> 6;
        };
    }

    /** Pictures at a film's end that never leave it. */
    int keptBack(Codec codec) {
        return this == VLC && codec == Codec.JPEG ? 1 : 0;
    }

    /** Pieces of a picture as a fault of the server's may cut them; itself where it has none. */
    List<String> cut(Codec codec, List<String> pieces) {
        return this == VLC && codec == Codec.H265
                ? pieces.stream()
                        .map(piece -> piece.substring(0, 2 * VlcServer.sent(piece.length() / 2)))
                        .toList()
                : pieces;
    }

    /** The program and its version, or null where the machine has none. */
    @Nullable
    String program() throws InterruptedException {
        return switch (this) {
            case GSTREAMER -> GstServer.program();
            case FFMPEG -> PushedFilm.program();
            case VLC -> VlcServer.program();
        };
    }

    /** What to install, for people. */
    String needs() {
        return switch (this) {
            case GSTREAMER -> "python3 with gst-rtsp-server and GStreamer's good and bad plugins";
            case FFMPEG -> "ffmpeg";
            case VLC -> "vlc with its rtp output, and setpriv where this runs as root";
        };
    }

    ServedFilm serve(CodedFilm film, Path folder, Transport asked) throws IOException, InterruptedException {
        return switch (this) {
            case GSTREAMER -> GstServer.start(film, folder);
            case FFMPEG -> PushedFilm.start(film, asked);
            case VLC -> VlcServer.start(film);
        };
    }
}
