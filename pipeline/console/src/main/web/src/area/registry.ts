import type { RegistryReport } from "../api/area";
import { coded, listed, t } from "../text/text";

const MOST_NAMED = 20;

/** What people should know before they take a file of roads, clocks or rotas. */
export function doubts(report: RegistryReport): string[] {
  const found = Object.entries(report.findings).map(([code, lines]) => fill(coded("registry.finding", code), named(lines)));
  return report.removed.length > 0 ? [t("registry.removed", { list: named(report.removed) }), ...found] : found;
}

/** A code newer than this page has no hole for the list. */
const fill = (text: string, list: string): string => (text.includes("{list}") ? text.replace("{list}", list) : `${text}: ${list}`);

function named(lines: readonly string[]): string {
  const some = listed(lines.slice(0, MOST_NAMED));
  return lines.length > MOST_NAMED ? `${some} ${t("areas.more", { n: lines.length - MOST_NAMED })}` : some;
}
