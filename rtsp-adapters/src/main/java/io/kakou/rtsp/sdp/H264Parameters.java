package io.kakou.rtsp.sdp;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * The format parameters of RFC 6184 §8.1 that a receiver needs.
 *
 * @param packetizationMode 0 where none is given
 * @param parameterSets the NAL units of {@code sprop-parameter-sets}, without start codes
 */
public record H264Parameters(int packetizationMode, List<byte[]> parameterSets) {
    public H264Parameters {
        parameterSets = List.copyOf(parameterSets);
    }

    /** Reads {@code name=value; …}; what is not understood is left out. */
    static H264Parameters parse(String fmtp) {
        int mode = 0;
        List<byte[]> sets = new ArrayList<>();
        for (String part : fmtp.split(";", -1)) {
            String[] pair = part.strip().split("=", 2);
            String value = pair.length == 2 ? pair[1].strip() : "";
            switch (pair[0].strip().toLowerCase(Locale.ROOT)) {
                case "packetization-mode" -> mode = value.equals("1") ? 1 : value.equals("2") ? 2 : 0;
                case "sprop-parameter-sets" -> sets.addAll(nalUnits(value));
                default -> {} // a name, not an enum: there is no end of them
            }
        }
        return new H264Parameters(mode, sets);
    }

    /** Units in Base64 with commas between; what is none is left out. */
    static List<byte[]> nalUnits(String value) {
        List<byte[]> units = new ArrayList<>();
        for (String text : value.split(",", -1)) {
            try {
                byte[] unit = Base64.getMimeDecoder().decode(text.strip());
                if (unit.length > 1) {
                    units.add(unit);
                }
            } catch (IllegalArgumentException e) {
                // Cut off by a camera's own line limit; the sets come in band too.
            }
        }
        return units;
    }
}
