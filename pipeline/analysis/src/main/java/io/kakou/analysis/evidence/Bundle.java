package io.kakou.analysis.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.analysis.judge.Memory;
import io.kakou.analysis.look.DatedLook;
import io.kakou.analysis.replay.Footage.Coded;
import io.kakou.analysis.replay.Outcome;
import io.kakou.events.Alert;
import io.kakou.events.Camera;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.rtsp.Codec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * All that an alert was judged by; {@code evidence/<alert>.zip}. In the zip: {@code bundle.json} (its format),
 * {@code alert.json}, {@code camera.json}, {@code circumstances.json}, {@code memory.json} (before the first look),
 * {@code looks.log} (a {@link DatedLook} a line), {@code outcomes.jsonl} (an {@link Outcome} a look), {@code footage.h264}
 * (Annex B, as the camera sent it; any player plays it; {@code footage.coded} in another codec) and
 * {@code footage.index}, a line a picture: its bytes, its seconds on the camera's timeline, {@code K} for a keyframe.
 *
 * <p>Format 1, of the first releases, says none and has no outcomes. Every format that was ever written is read for ever.
 *
 * @param outcomes one a look; none in format 1
 */
public record Bundle(
        Alert alert,
        Camera camera,
        Circumstances circumstances,
        Memory memory,
        List<DatedLook> looks,
        List<Outcome> outcomes,
        List<Coded> footage) {
    /** What is written now, and the newest that is read. */
    static final int FORMAT = 2;

    private static final int FIRST_FORMAT = 1;
    private static final String H264 = "footage.h264";
    private static final String CODED = "footage.coded";
    /** A bundle holds seconds of one stream; more than this is no bundle of ours. */
    private static final long MOST_BYTES = 256L << 20;

    /** What a zip says of itself. */
    record Format(int format) {}

    public Bundle {
        looks = List.copyOf(looks);
        outcomes = List.copyOf(outcomes);
        footage = List.copyOf(footage);
        if (!outcomes.isEmpty() && outcomes.size() != looks.size()) {
            throw new IllegalArgumentException(
                    "it has " + outcomes.size() + " outcomes of " + looks.size() + " looks; allowed: one each");
        }
    }

    /** Where a store keeps an alert's. */
    public static String key(String alert) {
        return "evidence/" + alert + ".zip";
    }

    byte[] zip() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            // Coded video does not get smaller, and an alert waits for this.
            zip.setLevel(Deflater.BEST_SPEED);
            put(zip, "bundle.json", Json.write(new Format(FORMAT)));
            put(zip, "alert.json", Json.write(alert));
            put(zip, "camera.json", Json.write(camera));
            put(zip, "circumstances.json", Json.write(circumstances));
            put(zip, "memory.json", Json.write(memory));
            put(zip, "looks.log", lines(looks.stream().map(DatedLook::line).toList()));
            put(zip, "outcomes.jsonl", lines(outcomes.stream().map(Bundle::line).toList()));
            put(zip, "footage.index", lines(footage.stream().map(Bundle::line).toList()));
            zip.setLevel(Deflater.NO_COMPRESSION);
            put(zip, footageFile(), joined());
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return out.toByteArray();
    }

    /**
     * Reads a bundle.
     *
     * @throws UnreadableBundle naming what is missing or broken
     */
    public static Bundle read(byte[] bytes) throws UnreadableBundle {
        Map<String, byte[]> files = files(bytes);
        try {
            int format = format(files);
            return new Bundle(
                    Json.read(Alert.class, file(files, "alert.json")),
                    Json.read(Camera.class, file(files, "camera.json")),
                    Json.read(Circumstances.class, file(files, "circumstances.json")),
                    Json.read(Memory.class, file(files, "memory.json")),
                    text(files, "looks.log").stream().map(DatedLook::read).toList(),
                    format == FIRST_FORMAT ? List.of() : outcomes(text(files, "outcomes.jsonl")),
                    footage(text(files, "footage.index"), file(files, files.containsKey(H264) ? H264 : CODED)));
        } catch (UnreadableRecord e) {
            throw new UnreadableBundle(e.reason(), e);
        } catch (IllegalArgumentException e) {
            throw new UnreadableBundle(String.valueOf(e.getMessage()), e);
        }
    }

    /** A newer one may mean something else by the same names. */
    private static int format(Map<String, byte[]> files) throws UnreadableBundle, UnreadableRecord {
        byte[] said = files.get("bundle.json");
        int format = said == null ? FIRST_FORMAT : Json.read(Format.class, said).format();
        if (format < FIRST_FORMAT || format > FORMAT) {
            throw new UnreadableBundle(
                    "it is of format " + format + "; allowed: " + FIRST_FORMAT + " to " + FORMAT
                            + " (a newer release of Kakou reads a newer format)",
                    null);
        }
        return format;
    }

    private static List<Outcome> outcomes(List<String> lines) throws UnreadableRecord {
        List<Outcome> outcomes = new ArrayList<>();
        for (String line : lines) {
            outcomes.add(Json.read(Outcome.class, line.getBytes(UTF_8)));
        }
        return outcomes;
    }

    private static String line(Outcome outcome) {
        return new String(Json.write(outcome), UTF_8);
    }

    private static Map<String, byte[]> files(byte[] bytes) throws UnreadableBundle {
        Map<String, byte[]> files = new HashMap<>();
        long size = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] file = zip.readNBytes((int) (MOST_BYTES - size));
                size += file.length;
                files.put(entry.getName(), file);
            }
        } catch (IOException e) {
            throw new UnreadableBundle("it is no zip: " + e.getMessage(), e);
        }
        return files;
    }

    private static byte[] file(Map<String, byte[]> files, String name) throws UnreadableBundle {
        byte[] file = files.get(name);
        if (file == null) {
            throw new UnreadableBundle("it has no " + name, null);
        }
        return file;
    }

    private static List<String> text(Map<String, byte[]> files, String name) throws UnreadableBundle {
        return new String(file(files, name), UTF_8).lines().toList();
    }

    private static List<Coded> footage(List<String> index, byte[] bytes) {
        List<Coded> units = new ArrayList<>();
        int from = 0;
        for (String line : index) {
            String[] words = line.split(" ", -1);
            int to = from + Integer.parseInt(words[0]);
            if (words.length < 3 || to < from || to > bytes.length) {
                throw new IllegalArgumentException("footage.index has \"" + line + "\", which the footage does not");
            }
            Codec codec = words.length > 3 ? Codec.valueOf(words[3]) : Codec.H264;
            units.add(new Coded(
                    codec, Double.parseDouble(words[1]), words[2].equals("K"), Arrays.copyOfRange(bytes, from, to)));
            from = to;
        }
        return units;
    }

    private static String line(Coded unit) {
        String codec = unit.codec() == Codec.H264 ? "" : " " + unit.codec().name();
        return unit.bytes().length + " " + unit.seconds() + (unit.keyframe() ? " K" : " -") + codec;
    }

    private static byte[] lines(List<String> lines) {
        return (String.join("\n", lines) + '\n').getBytes(UTF_8);
    }

    private String footageFile() {
        return footage.stream().allMatch(unit -> unit.codec() == Codec.H264) ? H264 : CODED;
    }

    private byte[] joined() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        footage.forEach(unit -> out.writeBytes(unit.bytes()));
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // The same evidence gives the same bytes.
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
