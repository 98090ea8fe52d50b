package io.kakou.app.cli.lifts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kakou.analysis.lift.Door;
import io.kakou.analysis.lift.ReadBack;
import io.kakou.analysis.lift.wire.RealDoors;
import io.kakou.app.cli.account.ConsoleAccount;
import io.kakou.app.cli.end.CommandFailure;
import io.kakou.app.remote.ConsoleAway;
import io.kakou.app.remote.ConsoleClient;
import io.kakou.events.Lift;
import io.kakou.events.LiftController;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kakou lifts test}: whether a controller lets its door go by itself. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Asks a lift's door once to stay open, and then only watches until the controller lets it go by itself."
                    + " Where it does",
            "within its releaseSeconds the lift is commanded from now on; a coil that latches is refused with the"
                    + " reason, and",
            "taken back. Somebody should stand beside the lift. The test reaches the controller from this machine: run"
                    + " it where",
            "analysis runs. The account must be an administrator's. Exit code 1 where a controller was refused."
        })
final class LiftsTestCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_REASON = 200;

    @Parameters(paramLabel = "LIFT", arity = "1..*", description = "Ids, tested one after the other.")
    private List<String> ids = List.of();

    @Mixin
    private final ConsoleAccount account = new ConsoleAccount();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return account.ask(client -> {
            JsonNode known = client.get("api/lifts");
            List<Lift> lifts = new ArrayList<>();
            for (String id : ids) {
                lifts.add(lift(id, known));
            }
            int code = 0;
            for (Lift lift : lifts) {
                code = Math.max(code, test(client, lift));
            }
            return code;
        });
    }

    private int test(ConsoleClient client, Lift lift) throws ConsoleAway, InterruptedException {
        InstantSource clock = InstantSource.system();
        ReadBack.Result result;
        try (RealDoors doors = new RealDoors(clock);
                Door door = doors.open(lift)) {
            result = new ReadBack(door, clock).run(lift.id(), lift.controller());
        }
        ObjectNode body = JSON.createObjectNode()
                .put("passed", result.passed())
                .put("controller", lift.controller().fingerprint())
                .put("reason", shortened(result.line()))
                .put("releasedAfterSeconds", result.releasedAfterSeconds());
        JsonNode unused = client.post("api/lifts/" + lift.id() + "/proof", body);
        spec.commandLine()
                .getOut()
                .println(lift.id() + ": " + (result.passed() ? "passed: " : "refused, and not commanded: ")
                        + result.line());
        spec.commandLine().getOut().flush();
        return result.passed() ? 0 : CommandFailure.EXIT_CODE;
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON - 1) + "…";
    }

    private static Lift lift(String id, JsonNode known) {
        List<String> allowed = new ArrayList<>();
        for (JsonNode each : known) {
            allowed.add(each.path("id").asText());
            if (each.path("id").asText().equals(id)) {
                return new Lift(id, "", each.path("camera").asText(), controller(id, each), "", null, null);
            }
        }
        throw new CommandFailure(
                new IllegalArgumentException("there is no lift " + id + "; allowed: " + String.join(", ", allowed)));
    }

    private static LiftController controller(String id, JsonNode lift) {
        try {
            return Json.read(LiftController.class, JSON.writeValueAsBytes(lift.path("controller")));
        } catch (UnreadableRecord | IOException e) {
            throw new CommandFailure("the controller of lift " + id + " is not told to this account", e);
        }
    }
}
