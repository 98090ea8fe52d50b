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
import java.util.function.Consumer;

/**
 * Roads that are dry for ten minutes, then under water for twelve, of which it takes one to rise and one to run off: three fixed
 * cameras of which there are dry and flooded pictures, with a sensor's flicker; water rises and falls as the one picture fades
 * into the other. What lasts is a piece of twenty seconds, shown again and again without being coded anew; by as many bits as
 * the scene needs, some 15 MB a film. Water that was drawn over traffic is not among them: the model sees none in it.
 */
final class WaterFilms {
    private static final int RISE_SECONDS = 60;
    /** A piece that is shown again and again; a whole number of GOPs. */
    private static final int PIECE_SECONDS = 20;

    private static final int PIECES = 30;
    private static final double LASTS_SECONDS = PIECES * PIECE_SECONDS;
    private static final double SECONDS = 2 * (LASTS_SECONDS + RISE_SECONDS);

    private static final String STILLS = "flood/street-camera/";
    /** A camera's 480×440 as a wide picture shows it: the road, without the letters above. */
    private static final String WIDE = "crop=480:270:0:85,scale=640:360:flags=bicubic,setsar=1,fps=25,format=yuv420p";

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

    private static final List<Pair> PAIRS = List.of(
            new Pair("048", "087"),
            new Pair("089", "083"),
            new Pair("060", "138"),
            new Pair("104", "088"),
            new Pair("102", "109"));

    boolean areThere() {
        return PAIRS.stream()
                .allMatch(pair -> Files.isReadable(still(pair.dry)) && Files.isReadable(still(pair.flooded)));
    }

    private Path still(String number) {
        return data.resolve(STILLS + number + ".jpg");
    }

    List<StagedFilm> make() throws IOException, InterruptedException {
        List<StagedFilm> all = new ArrayList<>();
        for (int i = 0; i < PAIRS.size(); i++) {
            all.add(film("water-" + (i + 1), PAIRS.get(i)));
        }
        return all;
    }

    private StagedFilm film(String name, Pair pair) throws IOException, InterruptedException {
        String whole = name + '-' + weather.word();
        Path file = folder.resolve(whole + "-vbr.mp4");
        if (!Files.exists(file)) {
            progress.accept("staging " + whole);
            write(file, whole, pair);
        }
        Planted water = new Planted(EventKind.WATERLOGGING, LASTS_SECONDS, SECONDS);
        return new StagedFilm(name + "-vbr", CameraKind.ROAD, file, SECONDS, List.of(water), List.of());
    }

    private void write(Path file, String name, Pair pair) throws IOException, InterruptedException {
        Path dry = lasting(name + "-dry", still(pair.dry));
        Path rise = fading(name + "-rise", still(pair.dry), still(pair.flooded));
        Path flood = lasting(name + "-flood", still(pair.flooded));
        Path fall = fading(name + "-fall", still(pair.flooded), still(pair.dry));
        List<Path> all = new ArrayList<>(Collections.nCopies(PIECES, dry));
        all.add(rise);
        all.addAll(Collections.nCopies(PIECES, flood));
        all.add(fall);
        Path list = folder.resolve(name + "-list.txt");
        Files.write(
                list,
                all.stream().map(each -> "file '" + each.toAbsolutePath() + "'").toList());
        Path part = folder.resolve(name + "-part.mp4");
        List<String> words = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-y"));
        words.addAll(List.of("-f", "concat", "-safe", "0", "-i", list.toString(), "-c", "copy", part.toString()));
        String unused = Program.run(words);
        Files.move(part, file);
        for (Path each : List.of(dry, rise, flood, fall, list)) {
            Files.delete(each);
        }
    }

    private Path lasting(String name, Path still) throws IOException, InterruptedException {
        return coded(name, shown(still), WIDE + ',' + FLICKER, PIECE_SECONDS);
    }

    private Path fading(String name, Path from, Path to) throws IOException, InterruptedException {
        List<String> both = new ArrayList<>(shown(from));
        both.addAll(shown(to));
        String fade = "[0]" + WIDE + "[a];[1]" + WIDE + "[b];[a][b]xfade=transition=fade:offset=0:duration=";
        return coded(name, both, fade + RISE_SECONDS + ',' + FLICKER, RISE_SECONDS);
    }

    private static List<String> shown(Path still) {
        return List.of("-loop", "1", "-framerate", "25", "-i", still.toString());
    }

    private Path coded(String name, List<String> read, String filter, int seconds)
            throws IOException, InterruptedException {
        Path file = folder.resolve(name + ".mp4");
        Coding.VBR.code(read, filter, (long) seconds * Montage.FRAMES_A_SECOND, new Coding.Shown(file, weather));
        return file;
    }
}
