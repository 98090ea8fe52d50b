package io.kakou.app.cli.models;

import java.io.PrintWriter;
import java.util.Locale;

/** A trial of plates in words. */
final class PlateReport {
    private PlateReport() {}

    static void write(PlateTrial.Outcome outcome, PrintWriter out) {
        PlateTrial.Line given = outcome.given();
        out.println("read exactly      " + ModelsTrainCommand.words(given.ours()));
        out.println("stock recogniser  " + ModelsTrainCommand.words(given.stock()));
        out.printf(
                Locale.ROOT,
                "paired            only ours %d, only stock %d; %.4f that neither is better (McNemar, exact)%n",
                given.exact().onlyFirst(),
                given.exact().onlySecond(),
                given.exact().chance());
        out.printf(
                Locale.ROOT,
                "told              %d rightly, %d wrongly, %d unknown%n",
                given.told(),
                given.toldWrong(),
                given.exact().all() - given.told() - given.toldWrong());
        out.printf(Locale.ROOT, "a plate           %.0f ms (median)%n", outcome.medianMillis());
        out.println("width px  plates  exact  stock  only ours  only stock  told right  told wrong  unknown");
        outcome.byWidth().stream().filter(line -> line.exact().all() > 0).forEach(line -> out.println(words(line)));
        outcome.wrong()
                .forEach(wrong -> out.printf(
                        Locale.ROOT,
                        "wrong: %s says %s, read %s (%.2f)%n",
                        wrong.file(),
                        wrong.truth(),
                        wrong.read(),
                        wrong.confidence()));
    }

    private static String words(PlateTrial.Line line) {
        int all = line.exact().all();
        return String.format(
                Locale.ROOT,
                "%8d  %6d  %5d  %5d  %9d  %10d  %10d  %10d  %7d",
                line.width(),
                all,
                line.exact().first(),
                line.exact().second(),
                line.exact().onlyFirst(),
                line.exact().onlySecond(),
                line.told(),
                line.toldWrong(),
                all - line.told() - line.toldWrong());
    }
}
