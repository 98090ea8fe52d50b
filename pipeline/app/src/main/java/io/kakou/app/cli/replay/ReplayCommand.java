package io.kakou.app.cli.replay;

import io.kakou.analysis.evidence.Bundle;
import io.kakou.analysis.evidence.EvidenceReplay;
import io.kakou.analysis.evidence.Replayed;
import io.kakou.analysis.evidence.UnreadableBundle;
import io.kakou.analysis.face.FaceReader;
import io.kakou.analysis.journal.JournalReplay;
import io.kakou.analysis.journal.JournalReplay.Span;
import io.kakou.analysis.journal.SpanReplayed;
import io.kakou.analysis.store.HashLine;
import io.kakou.analysis.store.Shelf;
import io.kakou.analysis.store.StoreException;
import io.kakou.app.cli.end.CommandFailure;
import io.kakou.app.cli.installation.InstallationOptions;
import io.kakou.app.detector.ModelFolder;
import io.kakou.app.role.KeptStore;
import io.kakou.events.Id;
import io.kakou.events.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kakou replay}: judges again what was judged. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Judges an alert again, from its evidence bundle alone, or a span of a camera, from what was recorded and the log",
            "of looks, and says how that compares: pictures, boxes, decisions, alerts. With another model or setting: what",
            "differs.",
            "Exit code 0: it agrees (bit for bit, or, where something named was changed, in every decision); 1: it differs;",
            "2: it could not be read or judged."
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final int AGREES = 0;
    private static final int DIFFERS = 1;
    private static final int UNREADABLE = 2;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private What what = new What();

    @Mixin
    private final WithWhat with = new WithWhat();

    @Mixin
    private final InstallationOptions installation = new InstallationOptions();

    @Option(names = "--json", description = "One JSON object an alert or span instead of words.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** What is judged again. */
    private static final class What {
        @Option(names = "--alert", paramLabel = "ID", description = "An alert of the installation, by its id.")
        private @Nullable String alert;

        @Option(
                names = "--bundle",
                paramLabel = "FILE",
                description = "An evidence bundle, or a folder of them (*.zip); no installation is needed.")
        private @Nullable Path bundle;

        @ArgGroup(exclusive = false)
        private @Nullable SpanOptions span;
    }

    /** Where a bundle comes from. */
    private interface Source {
        byte[] read() throws IOException, StoreException;

        /** What the log of hashes says of it. */
        default ReplayLine.Seal seal(Bundle bundle, byte[] zip) throws IOException, StoreException {
            return ReplayLine.Seal.UNASKED;
        }
    }

    /** An installation's own. */
    private record Stored(KeptStore store, Shelf shelf, String key) implements Source {
        @Override
        public byte[] read() throws StoreException {
            return shelf.get(key);
        }

        @Override
        public ReplayLine.Seal seal(Bundle bundle, byte[] zip) throws IOException, StoreException {
            HashLine line = store.logged(shelf, key, bundle.alert().at());
            return line == null
                    ? new ReplayLine.Seal(null, false)
                    : new ReplayLine.Seal(line.at(), line.sha256().equals(HashLine.sha256(zip)));
        }
    }

    @Override
    public Integer call() throws IOException {
        Path bundle = what.bundle;
        SpanOptions span = what.span;
        Path card = bundle == null ? installation.settings().detector() : null;
        try (Models models = new Models(with, card, models(), this::say)) {
            if (span != null) {
                return span(span.span(), card, models);
            }
            return bundle == null ? alert(Objects.requireNonNull(what.alert), models) : files(bundle, models);
        } catch (CommandFailure e) {
            say(String.valueOf(e.getMessage()));
            return UNREADABLE;
        }
    }

    private int span(Span span, @Nullable Path card, Models asked) {
        try (KeptStore store = new KeptStore(installation.settings());
                Models asThen = new Models(WithWhat.NOTHING, card, models(), this::say)) {
            var shelf = store.open();
            JournalReplay replay = new JournalReplay(store.looks(shelf), store.footage(shelf));
            SpanReplayed again = new SpanReplay(replay, with, new SpanReplay.From(asThen, asked), this::say).run(span);
            if (again.looks() == 0) {
                say("nothing is known of camera " + span.camera() + " from " + span.from() + " to " + span.to()
                        + ": there is no look log");
                return UNREADABLE;
            }
            SpanLine line = SpanLine.of(span.camera(), span.from(), span.to(), again);
            tell(line, line.words());
            return line.decides() && (line.same() || !with.isEmpty()) ? AGREES : DIFFERS;
        } catch (IOException | StoreException | ModelMissing e) {
            say(String.valueOf(e.getMessage()));
            return UNREADABLE;
        }
    }

    private int alert(String id, Models models) {
        String key = Bundle.key(Id.plain("--alert", id));
        try (KeptStore store = new KeptStore(installation.settings())) {
            return replayed("alert " + id, new Stored(store, store.open(), key), models);
        } catch (IOException e) {
            say(String.valueOf(e.getMessage()));
            return UNREADABLE;
        }
    }

    /** What the installation turned to while it ran. */
    private ModelFolder models() {
        return new ModelFolder(installation.settings().data().resolve("models"));
    }

    private int files(Path path, Models models) throws IOException {
        int worst = AGREES;
        for (Path file : bundles(path)) {
            worst = Math.max(worst, replayed(file.toString(), () -> Files.readAllBytes(file), models));
        }
        return worst;
    }

    private List<Path> bundles(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            List<Path> zips = files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
            if (zips.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--bundle " + path + " holds no *.zip; allowed: a bundle or a folder of them");
            }
            return zips;
        }
    }

    private int replayed(String name, Source source, Models models) {
        try {
            byte[] zip = source.read();
            Bundle bundle = Bundle.read(zip);
            ReplayLine line = ReplayLine.of(bundle, again(bundle, models), source.seal(bundle, zip));
            tell(line, line.words());
            return line.agrees() ? AGREES : DIFFERS;
        } catch (IOException e) {
            say(name + " cannot be read: " + e);
        } catch (StoreException | UnreadableBundle | ModelMissing e) {
            say(name + ": " + e.getMessage());
        }
        return UNREADABLE;
    }

    private Replayed again(Bundle bundle, Models models) throws ModelMissing {
        var then = bundle.circumstances();
        String faces = Objects.requireNonNullElse(then.faces(), FaceReader.NONE.identity());
        Models.Eyes eyes = models.of(bundle.camera(), then.detector(), faces);
        return new EvidenceReplay(eyes.detector(), eyes.readers()).replay(bundle, with.over(then.settings()));
    }

    private void tell(Record line, List<String> words) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(new String(Json.write(line), StandardCharsets.UTF_8));
        } else {
            words.forEach(out::println);
        }
    }

    private void say(String line) {
        spec.commandLine().getErr().println("kakou: " + line);
    }
}
