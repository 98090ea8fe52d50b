package io.kakou.rtsp.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What DESCRIBE told (RFC 4566, RFC 2326 appendix C).
 *
 * @param control the session-level {@code a=control}, or null
 * @param media in the order of the text
 */
public record SessionDescription(@Nullable String control, List<Media> media) {
    private static final int MOST_MEDIA = 32;

    public SessionDescription {
        media = List.copyOf(media);
    }

    /** Reads any text; lines that are no SDP are passed over, and no text is refused. */
    public static SessionDescription parse(String text) {
        String control = null;
        List<MediaLines> media = new ArrayList<>();
        for (String raw : text.split("[\r\n]+", -1)) {
            String line = raw.strip();
            if (line.startsWith("m=") && media.size() < MOST_MEDIA) {
                media.add(new MediaLines(line.substring(2)));
            } else if (!media.isEmpty()) {
                media.get(media.size() - 1).add(line);
            } else if (line.startsWith("a=control:")) {
                control = line.substring("a=control:".length()).strip();
            }
        }
        return new SessionDescription(
                control, media.stream().map(MediaLines::read).toList());
    }

    /** The video to be read, whatever else there is: the first H.264, else the first H.265, else the first JPEG. */
    public Optional<Media> video() {
        return first(Media::isH264).or(() -> first(Media::isH265)).or(() -> first(Media::isJpeg));
    }

    private Optional<Media> first(Predicate<Media> kind) {
        return media.stream().filter(kind).findFirst();
    }

    /** What kinds and encodings are offered, for a message to people: {@code video H265, audio PCMA}. */
    public String offer() {
        return media.isEmpty()
                ? "nothing"
                : String.join(
                        ", ",
                        media.stream().map(m -> m.kind() + ' ' + m.encoding()).toList());
    }
}
