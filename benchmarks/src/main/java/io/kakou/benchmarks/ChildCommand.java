package io.kakou.benchmarks;

import io.kakou.app.detector.Detectors;
import io.kakou.benchmarks.child.ChildBench;
import io.kakou.benchmarks.child.ChildBench.Found;
import io.kakou.benchmarks.child.ChildFigures;
import io.kakou.events.CameraKind;
import io.kakou.models.evaluation.Share;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kakou bench child}. */
@Command(
        name = "child",
        mixinStandardHelpOptions = true,
        description = {
            "Lays real walkers onto their empty scene, at their own size as adults and at 0.6 of it as children, alone and",
            "together, and judges what the rule for lost children makes of it. Staged, all of it; takes some minutes."
        })
final class ChildCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Has video/opencv-doc and video/vtest-truth.")
    private Path data = Path.of("");

    @Override
    public Integer call() throws Exception {
        if (!ChildBench.isThere(data)) {
            System.err.println("kakou: --data " + data
                    + " needs data: allowed: a folder with video/opencv-doc/vtest.avi" + " and video/vtest-truth");
            return CommandLine.ExitCode.USAGE;
        }
        Consumer<String> people = System.err::println;
        try (Detectors detectors = Detectors.open(people)) {
            Found found = new ChildBench(data, detectors.of(CameraKind.STREET)).run(people);
            print(found, ChildFigures.of(found));
        }
        return CommandLine.ExitCode.OK;
    }

    private static void print(Found found, ChildFigures figures) throws IOException, InterruptedException {
        row("staged children called children", figures.children());
        row("staged adults called adults", figures.adults());
        System.out.printf(Locale.ROOT, "%-48s %.3f%n", "balanced accuracy", figures.balanced());
        row("called nothing", figures.unknown());
        row("told: a child alone", figures.told());
        row("told: a child alone, 60 pixels tall or more", figures.largeTold());
        row("told: a child alone, a stranger elsewhere", figures.toldBesideStranger());
        row("told, falsely: a child with an adult", figures.accompanied());
        row("told, falsely: an adult alone", figures.adultAlerts());
        System.out.println("the real film, where nobody is a child: " + found.real() + ", " + found.falseAlerts()
                + " alerts; memory " + found.memoryBytes() + " bytes");
        System.out.println(Machine.here().words());
    }

    private static void row(String what, Share share) {
        System.out.printf(
                Locale.ROOT, "%-48s %d of %d [%.3f, %.3f]%n", what, share.k(), share.n(), share.low(), share.high());
    }
}
