package io.kakou.console.trucks;

import io.kakou.events.truck.Plate;
import io.kakou.events.truck.SiteColour;
import io.kakou.events.truck.SiteKind;
import io.kakou.events.truck.TruckPermit;
import io.kakou.events.truck.WorkSite;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Permits and sites out of tables; columns by their Chinese or English heading, in any order. */
final class PaperTables {
    private static final Map<String, List<String>> PERMIT = Map.ofEntries(
            Map.entry("id", List.of("准运证号", "许可证号", "编号", "permit")),
            Map.entry("plate", List.of("车牌", "车牌号", "号牌")),
            Map.entry("company", List.of("运输企业", "企业", "运输单位")),
            Map.entry("site", List.of("工地编号", "出土工地", "工地")),
            Map.entry("tip", List.of("消纳场编号", "消纳场", "消纳地点")),
            Map.entry("from", List.of("有效期起", "生效日期", "起始日期")),
            Map.entry("until", List.of("有效期止", "失效日期", "截止日期")),
            Map.entry("windows", List.of("运输时段", "时段", "准运时段")),
            Map.entry("route", List.of("路线点位", "运输路线", "路线")),
            Map.entry("revoked", List.of("吊销时间", "撤销时间")));
    private static final Map<String, List<String>> SITE = Map.ofEntries(
            Map.entry("id", List.of("编号", "工地编号", "消纳场编号", "site")),
            Map.entry("name", List.of("名称", "工地名称", "消纳场名称")),
            Map.entry("kind", List.of("类型", "类别")),
            Map.entry("paper", List.of("核准文号", "备案号", "文号")),
            Map.entry("from", List.of("有效期起", "生效日期")),
            Map.entry("until", List.of("有效期止", "失效日期")),
            Map.entry("gates", List.of("卡口点位", "出入口点位", "卡口")),
            Map.entry("longitude", List.of("经度", "lon", "lng")),
            Map.entry("latitude", List.of("纬度", "lat")),
            Map.entry("colour", List.of("分级", "三色", "颜色", "color")),
            Map.entry("inspected", List.of("上次检查", "检查日期")));
    private static final Map<String, SiteKind> KINDS =
            Map.of("工地", SiteKind.SITE, "SITE", SiteKind.SITE, "消纳场", SiteKind.TIP, "TIP", SiteKind.TIP);
    private static final Map<String, SiteColour> COLOURS = Map.of(
            "白", SiteColour.WHITE,
            "WHITE", SiteColour.WHITE,
            "黄", SiteColour.YELLOW,
            "YELLOW", SiteColour.YELLOW,
            "红", SiteColour.RED,
            "RED", SiteColour.RED);

    private PaperTables() {}

    static Table permits(byte[] file) {
        return new Table(file, PERMIT, List.of("id", "plate", "site", "from", "until"));
    }

    static List<TruckPermit> permits(Table table, Set<String> sites, Set<String> cameras) {
        return table.rows(
                cells -> {
                    TruckPermit permit = permit(cells);
                    known(table, cells, "site", permit.site(), sites);
                    if (permit.tip() != null) {
                        known(table, cells, "tip", permit.tip(), sites);
                    }
                    permit.route().forEach(camera -> known(table, cells, "camera", camera, cameras));
                    return permit;
                },
                TruckPermit::id);
    }

    private static TruckPermit permit(Table.Cells cells) {
        return new TruckPermit(
                cells.of("id"),
                Plate.check("plate", Plate.plain(cells.of("plate"))),
                cells.of("company"),
                cells.of("site"),
                Cell.orNull(cells.of("tip")),
                Cell.needed("from", cells.of("from"), false),
                Cell.needed("until", cells.of("until"), true),
                Cell.windows(cells.of("windows")),
                TruckPermit.ZONE,
                Cell.list(cells.of("route")),
                Cell.time("revoked", cells.of("revoked"), false));
    }

    static Table sites(byte[] file) {
        return new Table(file, SITE, List.of("id", "kind"));
    }

    static List<WorkSite> sites(Table table, Set<String> cameras) {
        return table.rows(
                cells -> {
                    WorkSite site = site(cells);
                    site.gates().forEach(camera -> known(table, cells, "camera", camera, cameras));
                    return site;
                },
                WorkSite::id);
    }

    private static WorkSite site(Table.Cells cells) {
        Instant inspected = Cell.time("inspected", cells.of("inspected"), false);
        return new WorkSite(
                cells.of("id"),
                Cell.orNull(cells.of("name")) == null ? cells.of("id") : cells.of("name"),
                Cell.word("kind", cells.of("kind"), KINDS, SiteKind.UNKNOWN),
                Cell.orNull(cells.of("paper")),
                Cell.time("from", cells.of("from"), false),
                Cell.time("until", cells.of("until"), true),
                Cell.list(cells.of("gates")),
                Cell.place(cells.of("longitude"), cells.of("latitude")),
                Cell.word("colour", cells.of("colour"), COLOURS, SiteColour.UNKNOWN),
                inspected == null
                        ? null
                        : inspected.atZone(Cell.ZONE).toLocalDate().toString());
    }

    /** It may be entered later, so it is told and not refused. */
    private static void known(Table table, Table.Cells cells, String what, String id, Set<String> known) {
        if (!known.contains(id)) {
            table.warn(cells.line().number(), what + " " + id + " is not known yet");
        }
    }
}
