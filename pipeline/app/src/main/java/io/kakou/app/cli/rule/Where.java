package io.kakou.app.cli.rule;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which rule, where and why: what {@code off} and {@code on} share. */
final class Where {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(
            paramLabel = "KIND",
            description = "WATERLOGGING, LOST_CHILD, EBIKE_IN_LIFT, MUCK_TRUCK or DUMPING; lost-child is the same.")
    private String kind = "";

    @Option(
            names = "--cameras",
            paramLabel = "ID",
            split = ",",
            description = "These alone, by id, with commas; else every camera, those to come included.")
    private List<String> cameras = List.of();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is written down for ever.")
    private String reason = "";

    /** As the console takes it. */
    ObjectNode body() {
        ObjectNode body = JSON.createObjectNode()
                .put("kind", kind.toUpperCase(Locale.ROOT).replace('-', '_'))
                .put("reason", reason);
        ArrayNode named = body.putArray("cameras");
        cameras.stream().map(String::strip).filter(id -> !id.isEmpty()).forEach(named::add);
        return body;
    }
}
