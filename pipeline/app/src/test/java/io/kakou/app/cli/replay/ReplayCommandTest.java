package io.kakou.app.cli.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kakou.analysis.clip.ClipSettings;
import io.kakou.analysis.evidence.Bundle;
import io.kakou.analysis.evidence.CameraEvidence;
import io.kakou.analysis.evidence.EvidenceDesk;
import io.kakou.analysis.evidence.ShownFilm;
import io.kakou.analysis.face.FaceReader;
import io.kakou.analysis.journal.JournalSettings;
import io.kakou.analysis.journal.LookJournal;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.record.FootageDesk;
import io.kakou.analysis.record.FootageSettings;
import io.kakou.analysis.record.keep.Capacity;
import io.kakou.analysis.record.keep.Retention;
import io.kakou.analysis.record.spool.RecordSettings;
import io.kakou.analysis.record.spool.StreamRecorder;
import io.kakou.analysis.sample.SampleDesk;
import io.kakou.analysis.sample.SampleSettings;
import io.kakou.analysis.store.HashLog;
import io.kakou.analysis.store.ObjectStore;
import io.kakou.analysis.watch.CameraWatch;
import io.kakou.analysis.watch.Judged;
import io.kakou.app.StagedLift;
import io.kakou.app.cli.KakouCommand;
import io.kakou.app.detector.Detectors;
import io.kakou.app.embedded.EmbeddedS3;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.Point;
import io.kakou.events.Recording;
import io.kakou.models.Detector;
import io.kakou.rtsp.AccessUnit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kakou replay} and {@code kakou samples} as people call them, on what a stopped installation kept. */
@Timeout(300)
class ReplayCommandTest {
    private static final Instant NOON = Instant.parse("2026-05-01T04:00:00.123456789Z");

    @TempDir
    private static Path data;

    private static String alert = "";
    private static byte[] bundle = new byte[0];

    @TempDir
    private Path folder;

    /** What a command wrote and how it ended. */
    private record Ran(int code, List<String> out, List<String> err) {}

    @BeforeAll
    static void a_lift_was_watched_and_the_installation_stopped() throws Exception {
        Path film = StagedLift.clip();
        BlockingQueue<Alert> raised = new LinkedBlockingQueue<>();
        try (Detectors detectors = StagedLift.detectors();
                EmbeddedS3 server = new EmbeddedS3(data.resolve("store"));
                HashLog hashes = new HashLog(data.resolve("analysis/hashes"), () -> NOON)) {
            server.start();
            try (ObjectStore store = new ObjectStore(server.settings(), hashes)) {
                store.start();
                watch(film, detectors.of(CameraKind.LIFT), store, raised);
                alert = raised.remove().id();
                bundle = store.get(Bundle.key(alert));
            }
        }
    }

    private static void watch(Path film, Detector detector, ObjectStore store, BlockingQueue<Alert> raised)
            throws Exception {
        Camera plain = StagedLift.camera("lift-1", new Point(120.2, 30.3));
        Camera camera = new Camera(
                plain.id(),
                plain.name(),
                plain.kind(),
                plain.place(),
                null,
                null,
                null,
                List.of(),
                plain.watched(),
                null,
                Recording.CONTINUOUS);
        InstantSource clock = () -> NOON;
        var tuning = new LookJournal.Tuning(JournalSettings.DEFAULT, clock);
        SampleSettings many = new SampleSettings(1000, 1000, 90, 100);
        try (EvidenceDesk desk = new EvidenceDesk(store, ClipSettings.DEFAULT, data.resolve("clips"), clock);
                LookJournal looks = new LookJournal("analysis-1", store, data.resolve("analysis/looks"), tuning);
                SampleDesk samples = new SampleDesk(store, many, clock);
                FootageDesk footage = footage(store, clock);
                CameraWatch watch = StagedLift.watch(camera, detector)) {
            desk.start();
            looks.start();
            samples.start();
            footage.start();
            footage.want(List.of(camera));
            StreamRecorder recorder = Objects.requireNonNull(footage.recorder(camera));
            CameraEvidence evidence = desk.camera(camera, JudgeSettings.DEFAULT, FaceReader.NONE);
            Consumer<Judged> journal = looks.camera(camera, () -> "none", evidence::circumstances);
            Consumer<Judged> sample = samples.camera(camera, JudgeSettings.DEFAULT, evidence::from);
            Consumer<AccessUnit> kept = evidence::accept;
            new ShownFilm(film, NOON).to(watch, kept.andThen(recorder::accept), judged -> {
                evidence.judged(judged, raised::add);
                journal.accept(judged);
                sample.accept(judged);
            });
            recorder.close();
            Alert first = raised.poll(60, TimeUnit.SECONDS);
            assertThat(first).isNotNull();
            assertThat(first.phase()).isEqualTo(AlertPhase.RAISED);
            raised.clear();
            raised.add(first);
        }
    }

    private static FootageDesk footage(ObjectStore store, InstantSource clock) {
        FootageSettings settings = new FootageSettings(
                RecordSettings.DEFAULT, new Retention(0, 30, null), new Capacity(37, 1, 1_000_000_000_000L, 30));
        var worker = new FootageDesk.Worker("analysis-1", 1, data.resolve("analysis/footage"));
        return new FootageDesk(settings, store, worker, clock);
    }

    @Test
    void an_alert_is_judged_again_bit_for_bit_from_what_a_stopped_installation_kept() {
        Ran ran = kakou("replay", "--alert", alert, "--data", data.toString());
        assertThat(ran.err()).noneMatch(line -> line.contains("cannot"));
        assertThat(ran.out()).last().asString().contains("agrees, bit for bit");
        assertThat(ran.out()).anyMatch(line -> line.contains("the bundle is what was stored at"));
        assertThat(ran.out()).anyMatch(line -> line.contains("picture same; 4 boxes as then; decides the same"));
        assertThat(ran.code()).isZero();
    }

    @Test
    void a_bundle_that_was_put_in_place_of_the_one_that_was_stored_is_told_by_the_log_of_hashes() throws Exception {
        Path copy = folder.resolve("copy");
        try (var files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(data.relativize(file).toString());
                Files.createDirectories(to.resolveSibling("."));
                Files.copy(file, to);
            }
        }
        try (EmbeddedS3 server = new EmbeddedS3(copy.resolve("store"));
                HashLog elsewhere = new HashLog(folder, InstantSource.system())) {
            server.start();
            try (ObjectStore store = new ObjectStore(server.settings(), elsewhere)) {
                store.put(Bundle.key(alert), with("\"OpenJDK", "\"AnotherJDK"), "application/zip");
            }
        }
        Ran ran = kakou("replay", "--alert", alert, "--data", copy.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).anyMatch(line -> line.contains("the bundle is NOT what was stored at"));
    }

    @Test
    void a_bundle_is_enough_and_says_all_in_json() throws Exception {
        Ran ran = kakou("replay", "--bundle", file(bundle).toString(), "--json");
        assertThat(ran.code()).isZero();
        JsonNode line = new ObjectMapper().readTree(ran.out().get(0));
        assertThat(line.get("alert").asText()).isEqualTo(alert);
        assertThat(line.get("verdict").asText()).isEqualTo("SAME");
        assertThat(line.get("looks").size()).isGreaterThan(1);
        assertThat(line.get("boxes").get("mostScore").asDouble()).isZero();
    }

    @Test
    void another_setting_says_what_differs() throws Exception {
        Ran ran = kakou("replay", "--bundle", file(bundle).toString(), "--set", "ebikeInLift.leastScore=0.999");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).anyMatch(line -> line.contains("not raised now"));
        assertThat(ran.out()).anyMatch(line -> line.contains("settings were those of then, now those asked for"));
        Ran wrong = kakou("replay", "--bundle", file(bundle).toString(), "--set", "ebikeInLift.looks=4");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err().get(0)).contains("key \"looks\" is not known").contains("looksNeeded");
    }

    @Test
    void a_model_that_this_build_does_not_have_is_named_and_another_judges_only_where_it_is_asked_for()
            throws Exception {
        Path foreign = file(with("coco-ssdlite-mobilenet-v2", "coco-of-last-year"));
        Ran refused = kakou("replay", "--bundle", foreign.toString());
        assertThat(refused.code()).isEqualTo(2);
        // On a machine that has no weights yet, that they are fetched is said before.
        assertThat(refused.err())
                .last()
                .asString()
                .contains("was judged with coco-of-last-year")
                .contains("does not have");
        Ran asked = kakou("replay", "--bundle", foreign.toString(), "--stock", "float");
        assertThat(asked.code()).isZero();
        assertThat(asked.out()).anyMatch(line -> line.contains("detector was coco-of-last-year"));
        assertThat(asked.out()).last().asString().contains("agrees, bit for bit");
    }

    @Test
    void a_score_that_somebody_changed_is_told() throws Exception {
        String score = "\"score\":" + Bundle.read(bundle).alert().score();
        Ran ran =
                kakou("replay", "--bundle", file(with(score, "\"score\":0.123")).toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).last().asString().contains("differs");
    }

    @Test
    void what_is_not_there_or_no_bundle_is_said_in_one_line() throws Exception {
        Ran unknown = kakou("replay", "--alert", "nobody", "--data", data.toString());
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).hasSize(1);
        Ran broken = kakou("replay", "--bundle", file(new byte[] {1, 2, 3}).toString());
        assertThat(broken.code()).isEqualTo(2);
        assertThat(broken.err().get(0)).contains("it has no alert.json");
        Ran nowhere = kakou("replay", "--alert", "nobody", "--data", folder.toString());
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.err().get(0)).contains("holds no store");
    }

    @Test
    void a_span_is_judged_again_bit_for_bit_from_what_was_recorded_and_the_log_of_looks() {
        Ran ran = replay(NOON, NOON.plusSeconds(26));
        assertThat(ran.out())
                .as(String.valueOf(ran.err()))
                .anyMatch(line -> line.contains("alerts: 2 the same, 0 with"));
        assertThat(ran.out()).anyMatch(line -> line.contains("0 differ, 0 not recorded"));
        assertThat(ran.out()).last().asString().contains("agrees, bit for bit");
        assertThat(ran.code()).isZero();
    }

    @Test
    void another_setting_over_a_span_says_which_alerts_it_raises_no_more() {
        Ran ran = replay(NOON, NOON.plusSeconds(26), "--set", "ebikeInLift.leastScore=0.999");
        assertThat(ran.out()).anyMatch(line -> line.contains("then alone: RAISED EBIKE_IN_LIFT"));
        assertThat(ran.out()).anyMatch(line -> line.contains("looks decide otherwise"));
        assertThat(ran.code()).isEqualTo(1);
    }

    @Test
    void a_span_of_which_nobody_knows_is_said() {
        Ran unknown = replay(NOON.plusSeconds(7200), NOON.plusSeconds(7300));
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err().get(0)).contains("there is no look log");
    }

    @Test
    void samples_are_listed_and_given_out_clean_with_a_table_that_evaluation_reads() throws Exception {
        Ran list = kakou("samples", "list", "--data", data.toString());
        assertThat(list.out()).singleElement().asString().startsWith("lift-1\t2026-05-01\t");
        Path to = folder.resolve("samples");
        Ran export = kakou("samples", "export", "--to", to.toString(), "--data", data.toString());
        assertThat(export.code()).isZero();
        List<String> table = Files.readAllLines(to.resolve("samples.tsv"));
        assertThat(table.get(0)).startsWith("file\tcamera\ttruth\t");
        String[] row = table.get(1).split("\t", -1);
        assertThat(row[2]).isEqualTo("unsure");
        assertThat(ImageIO.read(to.resolve(row[0]).toFile()).getWidth()).isEqualTo(640);
        String labelled = String.join("\n", table).replace("\tunsure\t", "\tno\t");
        Files.writeString(to.resolve("labelled.tsv"), labelled);
        Ran evaluated = kakou(
                "models",
                "evaluate",
                "--event",
                "ebike-in-lift",
                "--pictures",
                to.toString(),
                "--truth",
                to.resolve("labelled.tsv").toString());
        assertThat(evaluated.err()).noneMatch(line -> line.contains("allowed"));
        assertThat(evaluated.code()).isZero();
    }

    private static Ran replay(Instant from, Instant to, String... more) {
        List<String> words = new ArrayList<>(List.of("replay", "--camera", "lift-1", "--data", data.toString()));
        words.addAll(List.of("--from", from.toString(), "--to", to.toString()));
        words.addAll(List.of(more));
        return kakou(words.toArray(String[]::new));
    }

    private Path file(byte[] zip) throws IOException {
        return Files.write(Files.createTempFile(folder, "bundle", ".zip"), zip);
    }

    /** The bundle with other words in every file that is text. */
    private static byte[] with(String words, String others) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(bundle));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] file = from.readAllBytes();
                boolean text = entry.getName().endsWith(".json");
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(text ? new String(file, UTF_8).replace(words, others).getBytes(UTF_8) : file);
            }
        }
        return out.toByteArray();
    }

    private static Ran kakou(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = KakouCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
        return new Ran(
                code, out.toString().lines().toList(), err.toString().lines().toList());
    }
}
