package io.kakou.app.settings;

import io.kakou.events.EventKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys {@code tasks}, {@code webhooks} and {@code webhookHours} of the section {@code console}. */
final class OutwardSection {
    private static final String ADDRESS = "https?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?";
    private static final String ID = "[A-Za-z0-9._-]{1,64}";
    private static final String KINDS = Arrays.stream(EventKind.values())
            .filter(kind -> kind != EventKind.UNKNOWN)
            .map(EventKind::name)
            .collect(Collectors.joining(", "));
    private static final int LEAST_SECRET = 16;

    private final Path folder;

    /** @param folder that relative paths are beside */
    OutwardSection(Path folder) {
        this.folder = folder;
    }

    Outward read(Section console) {
        Outward plain = Outward.USUAL;
        Section tasks = console.section("tasks");
        String address = tasks.text("address", "", "https://host:port", ADDRESS);
        String call = tasks.text("call", "", "1 to 60 characters", "[^\\p{Cntrl}]{1,60}");
        return new Outward(
                address.isEmpty() ? null : address,
                tasks.decimal("hours", plain.hours(), 0.1, 168),
                call.isEmpty() ? null : call,
                receivers(console),
                console.decimal("webhookHours", plain.giveUpHours(), 0.1, 168));
    }

    private List<Outward.Receiver> receivers(Section console) {
        List<Outward.Receiver> receivers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section each : console.sections("webhooks")) {
            Outward.Receiver receiver = receiver(each);
            if (!names.add(receiver.name())) {
                each.problem("name", "is \"" + receiver.name() + "\" twice; allowed: each name once");
            }
            receivers.add(receiver);
        }
        return receivers;
    }

    private Outward.Receiver receiver(Section section) {
        String url = section.required("url", "http or https, without a login", "https?://[^\\s@/?]+([/?]\\S*)?");
        if (!isAddress(url)) {
            section.problem("url", "cannot be read; allowed: http or https, without a login");
        }
        return new Outward.Receiver(
                section.required("name", "1 to 64 of A-Z a-z 0-9 . _ -", ID),
                url,
                section.required("kind", "cloudevents, dingtalk, sms", "cloudevents|dingtalk|sms"),
                secret(section),
                section.words("kinds", "a list of " + KINDS, KINDS.replace(", ", "|")),
                section.words("areas", "a list of areas' ids", ID));
    }

    private static boolean isAddress(String url) {
        try {
            return url.isEmpty() || URI.create(url).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String secret(Section section) {
        section.needed("a file whose first line is " + LEAST_SECRET + " bytes or more", "secretFile");
        Path file = section.file("secretFile", folder);
        if (file == null) {
            return "";
        }
        try {
            if (SecretLine.of(file).length() < LEAST_SECRET) {
                section.problem(
                        "secretFile",
                        "is \"" + file + "\", too short; allowed: a first line of " + LEAST_SECRET + " bytes or more");
            }
        } catch (IOException e) {
            section.problem("secretFile", "is \"" + file + "\"; allowed: a file that can be read");
        }
        return file.toString();
    }
}
