package io.kakou.benchmarks.wakes;

import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.gate.Clarity;
import io.kakou.analysis.gate.GreyPicture;
import io.kakou.analysis.gate.PictureCheck;
import io.kakou.benchmarks.child.Crowd;
import io.kakou.benchmarks.wakes.Stage.Guest;
import io.kakou.models.Detector;
import io.kakou.models.evaluation.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Stages scenes and asks gates which pictures wake the detector. */
public final class GateBench {
    /** Heights of those who come, in pixels of 360; the first is what a person of 24 by 20 pixels amounts to. */
    private static final int[] PIXELS = {36, 48, 64, 96};

    private static final List<Disturbance> WITH_GUESTS = List.of(
            Disturbance.NONE,
            Disturbance.EXPOSURE,
            Disturbance.HEADLIGHTS,
            Disturbance.RAIN,
            Disturbance.LEAVES,
            Disturbance.COARSE_CODING);

    private static final int LEARNING_LOOKS = 40;

    private final Path data;
    private final Consumer<String> progress;

    /** Which scenes: settings are chosen on the even ones and reported on the odd ones. */
    public enum Half {
        EVEN,
        ODD
    }

    /**
     * A bench.
     *
     * @param data the shared folder of pictures and footage
     */
    public GateBench(Path data, Consumer<String> progress) {
        this.data = data;
        this.progress = progress;
    }

    /** Looks of scenes, each with every disturbance and nobody, and with somebody who comes in some of them. */
    public List<Looks> stage(Half half, int scenes, Detector detector) throws IOException, UnreadableVideo {
        List<Crowd.Person> people = Crowd.of(data, detector).people();
        List<Path> files = Scenes.files(data);
        List<Looks> all = new ArrayList<>();
        Path folder = Files.createTempDirectory("kakou-gate");
        Stage stage = new Stage(folder);
        int step = Math.max(2, files.size() / scenes / 2 * 2);
        try {
            for (int i = half == Half.EVEN ? 0 : 1; i < files.size(); i += step) {
                Scenes.Scene scene = Scenes.read(files.get(i));
                for (Disturbance disturbance : Disturbance.values()) {
                    all.add(stage.stage(scene, disturbance, List.of(), i));
                }
                int turn = i / step;
                for (Disturbance disturbance : WITH_GUESTS) {
                    turn++;
                    int pixels = PIXELS[turn % PIXELS.length];
                    Guest guest = new Guest(people.get(turn * 7 % people.size()), pixels);
                    all.add(stage.stage(scene, disturbance, List.of(guest), i + 1000L));
                }
                progress.accept("scene " + scene.name());
            }
        } finally {
            Files.deleteIfExists(folder.resolve("looks.mp4"));
            Files.delete(folder);
        }
        return all;
    }

    /**
     * What a gate made of one kind of looks.
     *
     * @param woken looks in which nobody came, that woke the detector; the first of each scene left out
     * @param seen people who came, whose first look woke it
     * @param after looks after that in which they stood, that woke it again
     */
    public record Line(String gate, String disturbance, Share woken, Share seen, Share after) {}

    /** People seen in the look in which they came, by their height in pixels. */
    public record Tall(String gate, int pixels, Share seen) {}

    /** All figures of all gates. */
    public record Gates(List<Line> lines, List<Tall> byHeight) {}

    /** Kakou's gate, and what it was before. */
    public Gates ask(List<Looks> all) {
        Map<String, Supplier<Opener>> gates = new LinkedHashMap<>();
        gates.put("kakou", Opener::kakou);
        gates.put("one light", OneLightGate::new);
        List<Line> lines = new ArrayList<>();
        List<Tall> byHeight = new ArrayList<>();
        gates.forEach((name, gate) -> {
            lines.addAll(ask(name, gate, all));
            byHeight.addAll(askByHeight(name, gate, all));
        });
        return new Gates(lines, byHeight);
    }

    /**
     * Scenes of which somebody is told that they cannot be judged, in their last look.
     *
     * @param what a blinding's name, or whence the pictures are; and, behind a colon, as what it was told
     */
    public record Sight(String what, Share told) {}

    /** Looks of scenes that are blinded from the middle on, or seem to be. */
    public List<Looks> blind(Half half, int scenes) throws IOException, UnreadableVideo {
        List<Path> files = Scenes.files(data);
        List<Looks> all = new ArrayList<>();
        Path folder = Files.createTempDirectory("kakou-gate");
        Stage stage = new Stage(folder);
        int step = Math.max(2, files.size() / scenes / 2 * 2);
        try {
            for (int i = half == Half.EVEN ? 0 : 1; i < files.size(); i += step) {
                Scenes.Scene scene = Scenes.read(files.get(i));
                for (Blinding blinding : Blinding.values()) {
                    all.add(stage.stage(scene, blinding, List.of(), i));
                }
            }
        } finally {
            Files.deleteIfExists(folder.resolve("looks.mp4"));
            Files.delete(folder);
        }
        return all;
    }

    /** What is told of them, and of real pictures and films as they are. */
    public List<Sight> sight(List<Looks> blinded) throws IOException, UnreadableVideo {
        Map<String, int[]> counts = new TreeMap<>();
        for (Looks looks : blinded) {
            Clarity clarity = usual(looks);
            for (GreyPicture picture : looks.pictures()) {
                clarity = clarity.after(picture);
            }
            count(counts, looks.overlay().name(), clarity.check());
        }
        for (Path file : Scenes.stills(data)) {
            String folder = String.valueOf(data.relativize(file)).replaceFirst("^([^/]+/[^/]+).*", "$1");
            count(counts, "still, " + folder, PictureCheck.of(Scenes.read(file).grey()));
        }
        for (Path film : Scenes.films(data)) {
            Clarity[] clarity = {Clarity.NEW};
            Scenes.watch(film, grey -> {
                clarity[0] = clarity[0].after(grey);
                count(counts, "film, " + film.getFileName(), clarity[0].check());
            });
        }
        List<Sight> lines = new ArrayList<>();
        counts.forEach((what, n) -> {
            int[] all = counts.getOrDefault(what.replaceFirst(": [A-Z]+$", ""), n);
            lines.add(new Sight(what, Share.of(n[1], all[0])));
        });
        return lines;
    }

    /** What a camera has learned that has seen the scene for a minute. */
    static Clarity usual(Looks looks) {
        List<GreyPicture> before = looks.pictures().subList(0, Stage.LOOKS / 2);
        Clarity clarity = Clarity.NEW;
        for (int i = 0; i < LEARNING_LOOKS; i++) {
            clarity = clarity.after(before.get(i % before.size()));
        }
        return clarity;
    }

    private static void count(Map<String, int[]> counts, String what, PictureCheck check) {
        counts.computeIfAbsent(what, none -> new int[2])[0]++;
        if (check != PictureCheck.CLEAR) {
            counts.computeIfAbsent(what, none -> new int[2])[1]++;
            counts.computeIfAbsent(what + ": " + check, none -> new int[2])[1]++;
        }
    }

    /** One gate on all looks. */
    public static List<Line> ask(String name, Supplier<Opener> gate, List<Looks> all) {
        Map<Overlay, int[]> counts = new LinkedHashMap<>();
        for (Looks looks : all) {
            int[] count = counts.computeIfAbsent(looks.overlay(), none -> new int[6]);
            boolean[] opened = opened(gate.get(), looks.pictures());
            for (int i = 1; i < opened.length; i++) {
                int kind = looks.arrival() < 0 ? 0 : i == looks.arrival() ? 2 : i > looks.arrival() ? 4 : -1;
                if (kind >= 0) {
                    count[kind] += opened[i] ? 1 : 0;
                    count[kind + 1]++;
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        counts.forEach((overlay, n) -> lines.add(
                new Line(name, overlay.name(), Share.of(n[0], n[1]), Share.of(n[2], n[3]), Share.of(n[4], n[5]))));
        return lines;
    }

    /** The same by height. */
    public static List<Tall> askByHeight(String name, Supplier<Opener> gate, List<Looks> all) {
        List<Tall> lines = new ArrayList<>();
        for (int pixels : PIXELS) {
            int seen = 0;
            int came = 0;
            for (Looks looks : all) {
                if (looks.arrival() >= 0 && looks.pixels() == pixels) {
                    came++;
                    seen += opened(gate.get(), looks.pictures())[looks.arrival()] ? 1 : 0;
                }
            }
            lines.add(new Tall(name, pixels, Share.of(seen, came)));
        }
        return lines;
    }

    private static boolean[] opened(Opener gate, List<GreyPicture> pictures) {
        boolean[] opened = new boolean[pictures.size()];
        for (int i = 0; i < opened.length; i++) {
            opened[i] = gate.opens(pictures.get(i));
        }
        return opened;
    }
}
