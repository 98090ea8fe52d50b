package io.kakou.app.cli.sample;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kakou samples list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Says how many samples of each camera and day there are, between tabs: camera, day, samples.")
final class SamplesListCommand implements Callable<Integer> {
    @Mixin
    private final Whose whose = new Whose();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return whose.run(samples -> {
            List<String> keys = samples.keys(whose.camera());
            tell(keys);
            spec.commandLine().getErr().println("kakou: " + keys.size() + " samples");
            return 0;
        });
    }

    private void tell(List<String> keys) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String key : keys) {
            String[] parts = key.split("/", -1);
            counts.merge(parts[1] + '\t' + parts[2], 1, Integer::sum);
        }
        PrintWriter out = spec.commandLine().getOut();
        counts.forEach((place, count) -> out.println(place + '\t' + count));
    }
}
