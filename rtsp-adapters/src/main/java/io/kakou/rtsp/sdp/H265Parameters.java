package io.kakou.rtsp.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The format parameters of RFC 7798 §7.1 that a receiver needs.
 *
 * @param reordered whether units may come out of order and carry numbers for it ({@code sprop-max-don-diff} above 0)
 * @param parameterSets the NAL units of {@code sprop-vps}, {@code sprop-sps} and {@code sprop-pps}, without start codes
 */
public record H265Parameters(boolean reordered, List<byte[]> parameterSets) {
    public H265Parameters {
        parameterSets = List.copyOf(parameterSets);
    }

    /** Reads {@code name=value; …}; what is not understood is left out. */
    static H265Parameters parse(String fmtp) {
        boolean reordered = false;
        List<byte[]> sets = new ArrayList<>();
        for (String part : fmtp.split(";", -1)) {
            String[] pair = part.strip().split("=", 2);
            String value = pair.length == 2 ? pair[1].strip() : "";
            switch (pair[0].strip().toLowerCase(Locale.ROOT)) {
                case "sprop-max-don-diff" -> reordered = value.matches("0*[1-9][0-9]*");
                case "sprop-vps", "sprop-sps", "sprop-pps" -> sets.addAll(H264Parameters.nalUnits(value));
                default -> {} // a name, not an enum: there is no end of them
            }
        }
        return new H265Parameters(reordered, sets);
    }
}
