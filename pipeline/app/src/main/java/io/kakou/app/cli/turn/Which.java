package io.kakou.app.cli.turn;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import picocli.CommandLine.Option;

/** Where and why: what {@code use} and {@code back} share. */
final class Which {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(
            names = "--cameras",
            paramLabel = "ID",
            split = ",",
            description = "These alone, by id, with commas; else every camera that it fits, those to come included.")
    private List<String> cameras = List.of();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is written down for ever.")
    private String reason = "";

    /** As the console takes it. */
    ObjectNode body() {
        ObjectNode body = JSON.createObjectNode().put("reason", reason);
        ArrayNode named = body.putArray("cameras");
        cameras.stream().map(String::strip).filter(id -> !id.isEmpty()).forEach(named::add);
        return body;
    }
}
