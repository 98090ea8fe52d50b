package io.kakou.console.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kakou.console.areas.AreaMap;
import io.kakou.console.areas.Areas;
import io.kakou.console.areas.Scope;
import io.kakou.console.schema.Sql;
import io.kakou.events.Incident;
import io.kakou.events.Transition;
import io.kakou.events.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * Tells receivers of transitions, CloudEvents 1.0 in structured mode (JSON event format 1.0). The event's id is the
 * transition's: whoever hears it twice has heard it once.
 */
public final class Transitions {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A receiver that wants pictures or the whole history asks for the incident; an event stays a few KB. */
    private static final List<String> LEFT_OUT = List.of("alerts", "transitions");

    private final List<Webhook> webhooks;
    private final Deliveries deliveries;
    private final Areas areas;

    public Transitions(List<Webhook> webhooks, Deliveries deliveries, Areas areas) {
        this.webhooks = webhooks.stream()
                .filter(each -> each.kind() == WebhookKind.CLOUDEVENTS)
                .toList();
        this.deliveries = deliveries;
        this.areas = areas;
    }

    /** Inside the transaction that stores it. What is older than anybody waits for is not told: it is history. */
    public void tell(Sql sql, Incident incident, Transition transition) throws SQLException {
        if (webhooks.isEmpty() || !deliveries.isNews(transition.at())) {
            return;
        }
        for (Webhook each : webhooks) {
            if (wants(areas, each, incident)) {
                deliveries.add(sql, each, transition.id(), incident.id(), event(areas.map(), incident, transition));
            }
        }
    }

    /** Whether a receiver is told of an incident, by its kind and its area. */
    static boolean wants(Areas areas, Webhook webhook, Incident incident) {
        boolean kind = webhook.kinds().isEmpty() || webhook.kinds().contains(incident.kind());
        Scope scope = areas.scope(webhook.areas());
        return kind && (webhook.areas().isEmpty() || scope.sees(incident.area()));
    }

    private static String event(AreaMap map, Incident incident, Transition transition) {
        ObjectNode about = tree(incident);
        about.remove(LEFT_OUT);
        about.put("areaName", map.name(incident.area())).put("roomName", map.roomName(incident.room()));
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", transition.id())
                .put("source", "/kakou/rooms/" + incident.room())
                .put("type", "io.kakou.incident." + transition.kind().name().toLowerCase(Locale.ROOT))
                .put("subject", incident.id())
                .put("time", transition.at().toString())
                .put("datacontenttype", "application/json");
        event.putObject("data").set("transition", tree(transition));
        event.withObject("/data").set("incident", about);
        return event.toString();
    }

    private static ObjectNode tree(Record record) {
        try {
            JsonNode node = JSON.readTree(new String(Json.write(record), UTF_8));
            return (ObjectNode) node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
