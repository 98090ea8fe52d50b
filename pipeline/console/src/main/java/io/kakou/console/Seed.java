package io.kakou.console;

import io.kakou.console.incidents.Unit;
import io.kakou.console.registry.Held;
import io.kakou.events.Area;
import io.kakou.events.Camera;
import java.util.List;

/** What an installation begins with; taken over where there is none of it yet. */
public record Seed(List<Area> areas, List<Unit> units, List<Camera> cameras, Held held) {
    public static final Seed NOTHING = new Seed(List.of(), List.of(), List.of());

    public Seed {
        areas = List.copyOf(areas);
        units = List.copyOf(units);
        cameras = List.copyOf(cameras);
    }

    /** Without roads, clocks and rotas. */
    public Seed(List<Area> areas, List<Unit> units, List<Camera> cameras) {
        this(areas, units, cameras, Held.NOTHING);
    }
}
