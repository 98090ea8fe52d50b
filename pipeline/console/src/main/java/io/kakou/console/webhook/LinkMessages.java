package io.kakou.console.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kakou.console.areas.Areas;
import io.kakou.console.schema.Sql;
import io.kakou.events.EventKind;
import io.kakou.events.Incident;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends units their links by the gateways that the street has. */
public final class LinkMessages {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Webhook> webhooks;
    private final Deliveries deliveries;
    private final Areas areas;

    /**
     * A link on its way to its unit.
     *
     * @param id told twice it is the same
     * @param phone the unit's number, or null
     * @param place where it is sent, as people call it
     */
    public record Link(String id, String unit, @Nullable String phone, String place, String address) {}

    public LinkMessages(List<Webhook> webhooks, Deliveries deliveries, Areas areas) {
        this.webhooks = webhooks.stream()
                .filter(each -> each.kind() != WebhookKind.CLOUDEVENTS)
                .toList();
        this.deliveries = deliveries;
        this.areas = areas;
    }

    /** Inside the transaction that makes the link. */
    public void tell(Sql sql, Incident incident, Link link) throws SQLException {
        for (Webhook each : webhooks) {
            if (Transitions.wants(areas, each, incident)) {
                switch (each.kind()) {
                    case DINGTALK -> deliveries.add(sql, each, link.id(), incident.id(), dingtalk(incident, link));
                    case SMS -> {
                        if (link.phone() != null) {
                            deliveries.add(sql, each, link.id(), incident.id(), sms(incident, link, link.phone()));
                        }
                    }
                    case CLOUDEVENTS -> {}
                }
            }
        }
    }

    /** A message of kind {@code markdown}, which shows its link as one on every client. */
    private static String dingtalk(Incident incident, Link link) {
        ObjectNode message = JSON.createObjectNode().put("msgtype", "markdown");
        message.putObject("markdown")
                .put("title", "出警任务：" + name(incident.kind()))
                .put(
                        "text",
                        "### 出警任务：" + name(incident.kind()) + "\n\n" + plain(link.unit()) + "，请立即前往"
                                + plain(link.place()) + "。\n\n[打开任务](" + link.address() + ")");
        return message.toString();
    }

    private static String sms(Incident incident, Link link, String phone) {
        return JSON.createObjectNode()
                .put("id", link.id())
                .put("phone", phone)
                .put("unit", link.unit())
                .put("kind", incident.kind().name())
                .put("place", link.place())
                .put("link", link.address())
                .put(
                        "text",
                        "【卡口】" + link.unit() + "：" + name(incident.kind()) + "，" + link.place() + "。任务："
                                + link.address())
                .toString();
    }

    /** Names are people's; what Markdown would read as a command is taken out. */
    private static String plain(String text) {
        return text.replaceAll("[\\[\\]()*_`#<>!\\\\]", " ");
    }

    private static String name(EventKind kind) {
        return switch (kind) {
            case WATERLOGGING -> "道路积水";
            case LOST_CHILD -> "走失儿童";
            case EBIKE_IN_LIFT -> "电动车入梯";
            case MUCK_TRUCK -> "渣土车";
            case DUMPING -> "偷倒渣土";
            case UNKNOWN -> "警情";
        };
    }
}
