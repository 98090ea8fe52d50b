import type { Area, AreaReport } from "../api/area";
import { listed, t } from "../text/text";

export interface Branch {
  area: Area;
  depth: number;
}

/** The areas in the order in which a tree is read, each with its depth; one whose parent is out of sight is a root. */
export function inOrder(areas: readonly Area[]): Branch[] {
  const ids = new Set(areas.map(({ id }) => id));
  const below = (parent: string | undefined, depth: number): Branch[] =>
    areas
      .filter((area) => (parent === undefined ? !area.parent || !ids.has(area.parent) : area.parent === parent))
      .sort((a, b) => a.name.localeCompare(b.name, "zh-CN"))
      .flatMap((area) => [{ area, depth }, ...below(area.id, depth + 1)]);
  return below(undefined, 0);
}

/** A system's name as maps write it. */
const systemName = (code: string): string => code.replace(/^([A-Z]+)(\d+)$/, "$1-$2");

/** What people should know before they take a file, most serious first. */
export function concerns(report: AreaReport, name: (id: string) => string): string[] {
  const percent = (share: number): string => `${Math.round(100 * share)}%`;
  const names = (ids: string[]): string => listed(ids.map(name));
  const { suspicion } = report;
  return [
    ...(suspicion
      ? [t("areas.suspicion", { ...suspicion, other: systemName(suspicion.other) })]
      : []),
    ...(report.removed.length > 0 ? [t("areas.removed", { list: names(report.removed) })] : []),
    ...(report.usersLost.length > 0 ? [t("areas.usersLost", { list: listed(report.usersLost) })] : []),
    ...(report.unitsLost.length > 0 ? [t("areas.unitsLost", { list: listed(report.unitsLost) })] : []),
    ...(report.camerasOutside.length > 0 ? [t("areas.outside", { list: listed(report.camerasOutside) })] : []),
    ...report.overlaps.map(({ one, other, share }) => t("areas.overlap", { one: name(one), other: name(other), share: percent(share) })),
    ...report.gaps.map(({ area, share }) => t("areas.gap", { area: name(area), share: percent(share) })),
  ];
}
