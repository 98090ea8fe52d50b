package io.kakou.jobs.truck.rule;

import io.kakou.events.Point;
import io.kakou.events.truck.TruckPermit;
import io.kakou.events.truck.WorkSite;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What offices say: permits, sites, and where cameras stand; laid out for being asked. One thread. */
public final class Papers {
    private final Map<String, TruckPermit> permits = new HashMap<>();
    private final Map<String, Map<String, TruckPermit>> byPlate = new HashMap<>();
    private final Map<String, WorkSite> sites = new TreeMap<>();
    private final Map<String, String> siteOfGate = new HashMap<>();
    private final Map<String, CameraPlace> cameras = new HashMap<>();

    public void put(TruckPermit permit) {
        removePermit(permit.id());
        permits.put(permit.id(), permit);
        byPlate.computeIfAbsent(permit.plate(), none -> new TreeMap<>()).put(permit.id(), permit);
    }

    public void removePermit(String id) {
        TruckPermit before = permits.remove(id);
        if (before != null) {
            byPlate.computeIfPresent(before.plate(), (plate, papers) -> {
                papers.remove(id);
                return papers.isEmpty() ? null : papers;
            });
        }
    }

    public void put(WorkSite site) {
        removeSite(site.id());
        sites.put(site.id(), site);
        site.gates().forEach(gate -> siteOfGate.put(gate, site.id()));
    }

    public void removeSite(String id) {
        if (sites.remove(id) != null) {
            siteOfGate.values().removeIf(id::equals);
        }
    }

    public void put(CameraPlace camera) {
        cameras.put(camera.id(), camera);
    }

    public void removeCamera(String id) {
        cameras.remove(id);
    }

    /** Plates of which there is or was a permit. */
    public Set<String> plates() {
        return Collections.unmodifiableSet(byPlate.keySet());
    }

    boolean isListed(String plate) {
        return byPlate.containsKey(plate);
    }

    Collection<TruckPermit> permits(String plate) {
        return byPlate.getOrDefault(plate, Map.of()).values();
    }

    Optional<WorkSite> site(@Nullable String id) {
        return Optional.ofNullable(id == null ? null : sites.get(id));
    }

    /** Whose registered gate the camera is at. */
    Optional<WorkSite> atGate(@Nullable String camera) {
        return camera == null ? Optional.empty() : site(siteOfGate.get(camera));
    }

    public Optional<CameraPlace> camera(String id) {
        return Optional.ofNullable(cameras.get(id));
    }

    @Nullable
    Point place(@Nullable String camera) {
        CameraPlace known = camera == null ? null : cameras.get(camera);
        return known == null ? null : known.place();
    }

    /** How far the nearest site or tip is, in metres; those of which nobody said where they are do not count. */
    double toNearestSite(Point place) {
        return sites.values().stream()
                .flatMap(site -> Optional.ofNullable(site.place()).stream())
                .mapToDouble(there -> Metres.between(place, there))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Where a permit's route leads: its site, its cameras in order, its tip, as far as their places are known. */
    List<Point> way(TruckPermit permit) {
        return Stream.of(
                        site(permit.site()).map(WorkSite::place).stream(),
                        permit.route().stream().flatMap(camera -> Optional.ofNullable(place(camera)).stream()),
                        site(permit.tip()).map(WorkSite::place).stream())
                .flatMap(each -> each)
                .toList();
    }
}
