package io.kakou.console.incidents;

import io.kakou.events.EventKind;
import java.util.List;
import java.util.stream.Stream;

/** The coded list of each kind. A code is never reused: verdicts are what models learn from. */
public final class Verdicts {
    private static final List<Verdict> EVERYWHERE = List.of(
            new Verdict("shadow-or-light", "光影", "shadow or light"),
            new Verdict("camera-fault", "摄像头故障", "camera fault"),
            new Verdict("test", "测试", "test"),
            new Verdict("other", "其他", "something else"));

    private Verdicts() {}

    public static List<Verdict> of(EventKind kind) {
        return Stream.concat(own(kind).stream(), EVERYWHERE.stream()).toList();
    }

    private static List<Verdict> own(EventKind kind) {
        return switch (kind) {
            case EBIKE_IN_LIFT ->
                List.of(
                        new Verdict("ebike", "电动车", "e-bike"),
                        new Verdict("bicycle", "自行车", "bicycle"),
                        new Verdict("wheelchair", "轮椅", "wheelchair"),
                        new Verdict("pram", "婴儿车", "pram"),
                        new Verdict("scooter", "滑板车", "kick scooter"),
                        new Verdict("battery-only", "仅电池", "battery only"));
            case WATERLOGGING ->
                List.of(
                        new Verdict("standing-water", "积水", "standing water"),
                        new Verdict("wet-road", "路面湿滑", "wet road"),
                        new Verdict("reflection", "反光", "reflection"),
                        new Verdict("washing", "道路冲洗", "road being washed"));
            case LOST_CHILD ->
                List.of(
                        new Verdict("child-alone", "儿童独行", "child alone"),
                        new Verdict("adult-near", "家长在旁", "adult near by"),
                        new Verdict("adult", "成人", "adult"),
                        new Verdict("school-way", "上下学", "way to or from school"));
            case MUCK_TRUCK ->
                List.of(
                        new Verdict("muck-truck", "渣土车", "muck truck"),
                        new Verdict("permitted", "有许可", "with a permit"),
                        new Verdict("other-truck", "其他货车", "another truck"));
            case DUMPING ->
                List.of(
                        new Verdict("dumping", "偷倒", "dumping"),
                        new Verdict("permitted", "有许可", "with a permit"),
                        new Verdict("parked", "停放", "parked only"));
            case UNKNOWN -> List.of();
        };
    }
}
