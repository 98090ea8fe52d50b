package io.kakou.app.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What leaves the building: units' links, and messages to others.
 *
 * @param address what units' phones call the console by; null: what the browser that dispatched called it by
 * @param hours 12: how long a unit's link lasts
 * @param call whom a phone is told to call where its link opens nothing, or null
 * @param receivers that are told
 * @param giveUpHours 24: what a receiver has not taken by then is a dead letter
 */
public record Outward(
        @Nullable String address, double hours, @Nullable String call, List<Receiver> receivers, double giveUpHours) {
    /** Where nothing is written. */
    public static final Outward USUAL = new Outward(null, 12, null, List.of(), 24);

    public Outward {
        receivers = List.copyOf(receivers);
    }

    /**
     * One that is told.
     *
     * @param kind cloudevents, dingtalk or sms
     * @param secretFile a file whose first line its messages are signed with
     * @param kinds of events; none: all
     * @param areas ids; none: all
     */
    public record Receiver(
            String name, String url, String kind, String secretFile, List<String> kinds, List<String> areas) {
        public Receiver {
            kinds = List.copyOf(kinds);
            areas = List.copyOf(areas);
        }
    }
}
