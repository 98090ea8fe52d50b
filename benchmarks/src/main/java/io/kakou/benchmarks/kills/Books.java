package io.kakou.benchmarks.kills;

import io.kakou.events.Incident;
import io.kakou.events.Transition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What was acknowledged, what was read along, and what holds now. */
final class Books {
    /** Ids of alerts and actions that the log has acknowledged: each is one transition's cause. */
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    /** Ids of transitions that were read at any time. */
    private final Set<String> read = ConcurrentHashMap.newKeySet();

    private final Map<String, Incident> newest = new ConcurrentHashMap<>();

    void acknowledge(String cause) {
        acknowledged.add(cause);
    }

    void take(Incident incident) {
        newest.put(incident.id(), incident);
        incident.transitions().forEach(step -> read.add(step.id()));
    }

    /** Whether the newest incidents have this cause's transition. */
    boolean has(String incident, String cause) {
        Incident one = newest.get(incident);
        return one != null
                && one.transitions().stream().anyMatch(step -> step.cause().equals(cause));
    }

    int in() {
        return acknowledged.size();
    }

    int incidents() {
        return newest.size();
    }

    /** Acknowledged causes without their transition. */
    Set<String> lost() {
        Set<String> missing = new HashSet<>(acknowledged);
        holding().forEach(step -> missing.remove(step.cause()));
        return missing;
    }

    /** Transitions that are there more than once, by id or by cause. */
    int doubled() {
        List<Transition> all = holding();
        return 2 * all.size()
                - all.stream().map(Transition::id).collect(Collectors.toSet()).size()
                - all.stream()
                        .map(Transition::cause)
                        .collect(Collectors.toSet())
                        .size();
    }

    /** Transitions that nobody caused. */
    long strange() {
        return holding().stream()
                .filter(step -> !acknowledged.contains(step.cause()))
                .count();
    }

    /** Transitions that were read once, and do not hold any more. */
    int takenBack() {
        Set<String> gone = new HashSet<>(read);
        holding().forEach(step -> gone.remove(step.id()));
        return gone.size();
    }

    int out() {
        return holding().size();
    }

    private List<Transition> holding() {
        List<Transition> all = new ArrayList<>();
        newest.values().forEach(one -> all.addAll(one.transitions()));
        return all;
    }
}
