package io.kakou.benchmarks.interop;

import io.kakou.benchmarks.process.Program;
import io.kakou.rtsp.Codec;
import io.kakou.rtsp.codec.AnnexB;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A film for servers to show, and what each of its pictures is made of, as the {@code ffmpeg} program says. H.264 and
 * H.265 come with B pictures that others refer to and two slices a picture, H.265 with open GOPs, a keyframe a second.
 *
 * @param pictures in the order of decoding
 */
record CodedFilm(Path file, Codec codec, List<Picture> pictures) {
    static final int PICTURES_A_SECOND = 25;

    private static final String PROGRAM = "ffmpeg";
    private static final int MARK = 0xff;
    private static final int START_OF_IMAGE = 0xd8;

    /**
     * One coded picture.
     *
     * @param seconds when it is shown
     * @param keyframe whether decoding can begin here
     * @param leading whether it can be decoded only where decoding began before the keyframe that it follows
     * @param pieces as {@link Pieces} has them
     */
    record Picture(double seconds, boolean keyframe, boolean leading, List<String> pieces) {}

    CodedFilm {
        pictures = List.copyOf(pictures);
    }

    /** Whether the machine has the program, and that the encoder. */
    static boolean canBeMade(Codec codec) throws InterruptedException {
        try {
            // Of an encoder that it does not have it says so, and ends well.
            String said = Program.run(List.of(PROGRAM, "-v", "error", "-h", "encoder=" + encoder(codec)));
            return said.contains("Encoder " + encoder(codec));
        } catch (IOException e) {
            return false;
        }
    }

    /** Makes one in a folder that every user may read. */
    static CodedFilm make(Path folder, Codec codec, double seconds) throws IOException, InterruptedException {
        Path file = folder.resolve(codec.name().toLowerCase(Locale.ROOT) + ".mp4");
        String pictures = "testsrc2=size=640x360:rate=" + PICTURES_A_SECOND;
        ffmpeg("-f lavfi -t " + seconds + " -i", pictures, coding(codec), file);
        return new CodedFilm(file, codec, pictures(codec, times(file), stream(folder, codec, file)));
    }

    private static String coding(Codec codec) {
        String yuv = " -pix_fmt " + (codec == Codec.JPEG ? "yuvj420p" : "yuv420p");
        return "-c:v " + encoder(codec) + yuv
                + switch (codec) {
                    case H264 -> " -g 25 -bf 2 -x264-params slices=2:sliced-threads=0";
                    case H265 -> " -x265-params keyint=25:min-keyint=25:bframes=3:slices=2:log-level=error";
                    // RTP carries no Huffman tables (RFC 2435 §4.1).
                    case JPEG -> " -q:v 5 -huffman default";
                };
    }

    private static String encoder(Codec codec) {
        return switch (codec) {
            case H264 -> "libx264";
            case H265 -> "libx265";
            case JPEG -> "mjpeg";
        };
    }

    /** When each packet is shown. */
    private static List<Double> times(Path file) throws IOException, InterruptedException {
        List<String> words =
                words("ffprobe -v error -show_entries packet=pts_time -of default=noprint_wrappers=1:nokey=1");
        words.add(file.toString());
        return Program.run(words).lines().map(Double::valueOf).toList();
    }

    /** The bare stream. */
    private static byte[] stream(Path folder, Codec codec, Path file) throws IOException, InterruptedException {
        String format =
                switch (codec) {
                    case H264 -> "h264";
                    case H265 -> "hevc";
                    case JPEG -> "mjpeg";
                };
        Path bare = folder.resolve(file.getFileName() + "." + format);
        ffmpeg("-i", file.toString(), "-c copy -f " + format, bare);
        return Files.readAllBytes(bare);
    }

    private static List<Picture> pictures(Codec codec, List<Double> times, byte[] stream) {
        List<Coded> coded =
                switch (codec) {
                    case H264, H265 -> slices(codec, stream);
                    case JPEG -> images(stream);
                };
        if (coded.size() != times.size()) {
            throw new IllegalStateException(coded.size() + " pictures and " + times.size() + " packets in a film");
        }
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            Coded one = coded.get(i);
            pictures.add(new Picture(times.get(i) - times.get(0), one.keyframe, one.leading, one.pieces));
        }
        return pictures;
    }

    private record Coded(boolean keyframe, boolean leading, List<String> pieces) {}

    private static List<Coded> slices(Codec codec, byte[] stream) {
        List<Coded> pictures = new ArrayList<>();
        for (ByteBuf unit : AnnexB.split(stream)) {
            if (Pieces.isSlice(codec, unit)) {
                if (Pieces.beginsPicture(codec, unit)) {
                    pictures.add(
                            new Coded(Pieces.isEntry(codec, unit), Pieces.isLeading(codec, unit), new ArrayList<>()));
                }
                pictures.get(pictures.size() - 1).pieces.add(ByteBufUtil.hexDump(unit));
            }
        }
        return pictures;
    }

    /** One image after the other; the mark that begins one stands nowhere else in a scan (ITU-T T.81 §F.1.2.3). */
    private static List<Coded> images(byte[] stream) {
        List<Coded> pictures = new ArrayList<>();
        int from = 0;
        for (int at = 2; at <= stream.length; at++) {
            boolean ends = at == stream.length
                    || (at + 1 < stream.length
                            && (stream[at] & 0xff) == MARK
                            && (stream[at + 1] & 0xff) == START_OF_IMAGE);
            if (ends) {
                byte[] image = Arrays.copyOfRange(stream, from, at);
                pictures.add(new Coded(true, false, Pieces.of(Codec.JPEG, image)));
                from = at;
            }
        }
        return pictures;
    }

    private static void ffmpeg(String before, String input, String behind, Path to)
            throws IOException, InterruptedException {
        List<String> words = words(PROGRAM + " -v error -y " + before);
        words.add(input);
        words.addAll(words(behind));
        words.add(to.toString());
        String unused = Program.run(words);
    }

    private static List<String> words(String line) {
        return new ArrayList<>(List.of(line.split(" ", -1)));
    }
}
