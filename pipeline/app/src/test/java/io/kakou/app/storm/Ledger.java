package io.kakou.app.storm;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What somebody was told is safe. */
final class Ledger {
    /** Id and phase of alerts that analysis said are on its disk. */
    private final Set<String> alerts = ConcurrentHashMap.newKeySet();
    /** Incident by action id, of those that the console answered with 202. */
    private final Map<String, String> actions = new ConcurrentHashMap<>();
    /** SHA-256 by {@code alert/file}, of clips' parts that were served once. */
    private final Map<String, String> parts = new ConcurrentHashMap<>();
    /** Incidents that were listed once. */
    private final Set<String> incidents = ConcurrentHashMap.newKeySet();

    Set<String> alerts() {
        return alerts;
    }

    Map<String, String> actions() {
        return actions;
    }

    Map<String, String> parts() {
        return parts;
    }

    Set<String> incidents() {
        return incidents;
    }
}
