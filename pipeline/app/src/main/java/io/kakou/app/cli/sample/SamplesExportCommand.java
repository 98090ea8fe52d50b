package io.kakou.app.cli.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.analysis.sample.Sample;
import io.kakou.analysis.sample.StoredSamples;
import io.kakou.analysis.store.StoreException;
import io.kakou.events.json.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kakou samples export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes clean pictures, samples.tsv and samples.jsonl into a folder. The table is one that kakou models evaluate",
            "reads: file, camera, truth (unsure, until somebody looks and writes yes or no), and then why the look was kept",
            "and what was found. Each line of samples.jsonl is all that is known of a look."
        })
final class SamplesExportCommand implements Callable<Integer> {
    private static final String HEADINGS = "file\tcamera\ttruth\tkind\tat\twhy\tdepth\tmodel\tfound\n";

    @Mixin
    private final Whose whose = new Whose();

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "Made where it is missing.")
    private Path to = Path.of("");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return whose.run(this::export);
    }

    private int export(StoredSamples samples) throws IOException, StoreException {
        int written = 0;
        Files.createDirectories(to);
        try (BufferedWriter table = Files.newBufferedWriter(to.resolve("samples.tsv"), UTF_8);
                BufferedWriter lines = Files.newBufferedWriter(to.resolve("samples.jsonl"), UTF_8)) {
            table.write(HEADINGS);
            for (String key : samples.keys(whose.camera())) {
                Sample sample = samples.read(key);
                String file = sample.camera().id() + '-' + sample.frame() + ".jpg";
                Files.write(to.resolve(file), samples.picture(key));
                table.write(row(file, sample));
                lines.write(new String(Json.write(sample), UTF_8) + '\n');
                written++;
            }
        }
        spec.commandLine().getErr().println("kakou: " + written + " samples in " + to);
        return 0;
    }

    private static String row(String file, Sample sample) {
        String found = sample.detections().stream()
                .map(each -> String.format(Locale.ROOT, "%s %.3f", each.label(), each.score()))
                .collect(Collectors.joining("; "));
        return String.join(
                        "\t",
                        file,
                        sample.camera().id(),
                        "unsure",
                        word(sample.camera().kind()),
                        sample.at().toString(),
                        word(sample.why()),
                        word(sample.depth()),
                        sample.model(),
                        found)
                + '\n';
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
