package io.kakou.benchmarks.watch;

import io.kakou.benchmarks.process.Program;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Roads that are dry for ten minutes, then under water for eleven, of which it takes one to rise and, at the end, some to run off. Three are
 * fixed cameras of which there is a dry and a flooded picture, with a sensor's flicker; water rises and falls as the one
 * fades into the other. The fourth is the traffic clip and the water that was laid over it. What lasts is a piece of some
 * seconds, shown again and again without being coded anew; all by as many bits as the scene needs, some 20 MB a film.
 */
final class WaterFilms {
    private static final double DRY_SECONDS = 600;
    private static final double RISE_SECONDS = 60;
    private static final double FLOOD_SECONDS = 600;
    /** A piece that is shown again and again; a whole number of GOPs. */
    private static final double PIECE_SECONDS = 20;

    private static final String STILLS = "flood/street-camera/";
    private static final String TRAFFIC = "video/street-traffic/input_video.mp4";
    private static final String RISING = "synth/flood-overlay-street.mp4";
    /** In that film nothing is wet yet at the first, and all of it at the other. */
    private static final double RISES = 8;

    private static final double RISEN = 25;
    private static final double RISEN_SECONDS = 12;
    /** A camera's 480×440 as a wide picture shows it: the road, without the letters above. */
    private static final String WIDE = "crop=480:270:0:140,scale=640:360:flags=bicubic,setsar=1,fps=25,format=yuv420p";

    private static final String AS_IT_IS = "scale=640:360:flags=bicubic,setsar=1,fps=25,format=yuv420p";
    private static final String FLICKER = "noise=alls=3:allf=t";

    private final Path folder;
    private final Path data;
    private final Coding.Weather weather;
    private final Consumer<String> progress;

    /**
     * @param folder takes the films
     * @param data the folder of real footage; need not be there
     */
    WaterFilms(Path folder, Path data, Coding.Weather weather, Consumer<String> progress) {
        this.folder = folder;
        this.data = data;
        this.weather = weather;
        this.progress = progress;
    }

    /** A camera's two pictures. */
    private record Pair(String dry, String flooded) {}

    private static final List<Pair> PAIRS =
            List.of(new Pair("048", "087"), new Pair("089", "083"), new Pair("059", "088"));

    boolean areThere() {
        return Files.isReadable(data.resolve(RISING))
                && Files.isReadable(data.resolve(TRAFFIC))
                && PAIRS.stream()
                        .allMatch(pair -> Files.isReadable(still(pair.dry)) && Files.isReadable(still(pair.flooded)));
    }

    private Path still(String number) {
        return data.resolve(STILLS + number + ".jpg");
    }

    List<StagedFilm> make() throws IOException, InterruptedException {
        List<StagedFilm> all = new ArrayList<>();
        for (int i = 0; i < PAIRS.size(); i++) {
            Pair pair = PAIRS.get(i);
            all.add(film("water-" + (i + 1), Parts.of(still(pair.dry), still(pair.flooded))));
        }
        all.add(film("water-" + (PAIRS.size() + 1), Parts.of(data)));
        return all;
    }

    /** What it is put together from: dry and flood are shown again and again. */
    private record Parts(Part dry, Part rise, Part flood, Part fall) {
        int drys() {
            return (int) Math.round(DRY_SECONDS / dry.seconds);
        }

        int floods() {
            return (int) Math.round(FLOOD_SECONDS / flood.seconds);
        }

        double floodBegins() {
            return drys() * dry.seconds;
        }

        double seconds() {
            return floodBegins() + rise.seconds + floods() * flood.seconds + fall.seconds;
        }

        static Parts of(Path dry, Path flooded) {
            return new Parts(
                    new Part(PIECE_SECONDS, still(dry), WIDE + ',' + FLICKER),
                    new Part(RISE_SECONDS, both(dry, flooded), fading(WIDE, RISE_SECONDS) + ',' + FLICKER),
                    new Part(PIECE_SECONDS, still(flooded), WIDE + ',' + FLICKER),
                    new Part(RISE_SECONDS, both(flooded, dry), fading(WIDE, RISE_SECONDS) + ',' + FLICKER));
        }

        /** Traffic, and the film in which water was laid over it. */
        static Parts of(Path data) {
            Path traffic = data.resolve(TRAFFIC);
            Path rising = data.resolve(RISING);
            double slower = RISE_SECONDS / (RISEN - RISES);
            List<String> falling = new ArrayList<>(cut(rising, RISEN, RISEN_SECONDS));
            falling.addAll(cut(traffic, 0, RISEN_SECONDS));
            String slow = "setpts=" + number(slower) + "*(PTS-STARTPTS)," + AS_IT_IS;
            return new Parts(
                    new Part(PIECE_SECONDS, cut(traffic, RISES, PIECE_SECONDS), AS_IT_IS),
                    new Part(RISE_SECONDS, cut(rising, RISES, RISEN - RISES), slow),
                    new Part(RISEN_SECONDS, cut(rising, RISEN, RISEN_SECONDS), AS_IT_IS),
                    new Part(RISEN_SECONDS, falling, fading(AS_IT_IS, RISEN_SECONDS)));
        }

        private static String fading(String shape, double seconds) {
            return "[0]" + shape + "[a];[1]" + shape + "[b];[a][b]xfade=transition=fade:offset=0:duration="
                    + number(seconds);
        }

        private static List<String> still(Path picture) {
            return List.of("-loop", "1", "-framerate", "25", "-i", picture.toString());
        }

        private static List<String> both(Path first, Path second) {
            List<String> both = new ArrayList<>(still(first));
            both.addAll(still(second));
            return both;
        }

        private static List<String> cut(Path film, double from, double seconds) {
            return List.of("-ss", number(from), "-t", number(seconds), "-i", film.toString());
        }
    }

    /**
     * A part.
     *
     * @param filter that makes the picture of what is read
     */
    private record Part(double seconds, List<String> read, String filter) {}

    private StagedFilm film(String name, Parts parts) throws IOException, InterruptedException {
        String whole = name + '-' + weather.word();
        Path file = folder.resolve(whole + "-vbr.mp4");
        if (!Files.exists(file)) {
            progress.accept("staging " + whole);
            write(file, whole, parts);
        }
        Planted water = new Planted(EventKind.WATERLOGGING, parts.floodBegins(), parts.seconds());
        return new StagedFilm(name + "-vbr", CameraKind.ROAD, file, parts.seconds(), List.of(water), List.of());
    }

    private void write(Path file, String name, Parts parts) throws IOException, InterruptedException {
        Path dry = coded(name + "-dry", parts.dry);
        Path rise = coded(name + "-rise", parts.rise);
        Path flood = coded(name + "-flood", parts.flood);
        Path fall = coded(name + "-fall", parts.fall);
        List<Path> all = new ArrayList<>(Collections.nCopies(parts.drys(), dry));
        all.add(rise);
        all.addAll(Collections.nCopies(parts.floods(), flood));
        all.add(fall);
        Path list = folder.resolve(name + "-list.txt");
        Files.write(
                list,
                all.stream().map(each -> "file '" + each.toAbsolutePath() + "'").toList());
        Path part = folder.resolve(name + "-part.mp4");
        String unused = Program.run(List.of(
                "ffmpeg",
                "-v",
                "error",
                "-nostdin",
                "-y",
                "-f",
                "concat",
                "-safe",
                "0",
                "-i",
                list.toString(),
                "-c",
                "copy",
                part.toString()));
        Files.move(part, file);
        for (Path each : List.of(dry, rise, flood, fall, list)) {
            Files.delete(each);
        }
    }

    private Path coded(String name, Part part) throws IOException, InterruptedException {
        Path file = folder.resolve(name + ".mp4");
        long frames = Math.round(part.seconds * Montage.FRAMES_A_SECOND);
        Coding.VBR.code(part.read, part.filter, frames, new Coding.Shown(file, weather));
        return file;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
