package io.kakou.app.cli.turn;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.cli.account.ConsoleAccount;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kakou models list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "What looks at a running system's cameras now, which models lie in the workers' folder (models in the data",
            "folder: a card and its ONNX file), and which of them people have turned to: where, by whom, why, until when."
        })
public final class ModelsListCommand implements Callable<Integer> {
    @Mixin
    private final ConsoleAccount account = new ConsoleAccount();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        JsonNode all = account.ask(client -> client.get("api/models"));
        PrintWriter out = spec.commandLine().getOut();
        all.path("looking")
                .forEach(each -> out.println("looking: " + each.path("model").asText() + " at "
                        + each.path("cameras").asInt() + " cameras"));
        all.path("models")
                .forEach(each -> out.println("there: " + UseLine.hash(each) + ' '
                        + each.path("name").asText() + " for " + words(each.path("kinds")) + ", tells "
                        + words(each.path("classes")) + "; at "
                        + each.path("workers").asInt() + " workers"));
        if (all.path("models").isEmpty()) {
            out.println("there: none; a card and its ONNX file go into the folder models of the data folder");
        }
        all.path("troubles").forEach(each -> out.println("no model: " + each.asText()));
        all.path("uses").forEach(use -> UseLine.of(use).forEach(line -> out.println("in use: " + line)));
        if (all.path("uses").isEmpty()) {
            out.println("in use: none of them; every camera is looked at as its worker started");
        }
        out.flush();
        return 0;
    }

    private static String words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(each -> words.add(each.asText()));
        int most = 8;
        return String.join(", ", words.subList(0, Math.min(most, words.size())))
                + (words.size() > most ? ", … (" + words.size() + ")" : "");
    }
}
