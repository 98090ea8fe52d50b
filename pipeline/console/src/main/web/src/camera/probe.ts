import { t } from "../text/text";

export interface Row {
  word: string;
  value: string;
}

/** What the check measured, in the order in which people ask. What the camera does not tell is said, not left out. */
export function probeRows(found: Record<string, unknown>): Row[] {
  const number = (field: string): number | null => (typeof found[field] === "number" ? (found[field] as number) : null);
  const [width, height] = [number("width") ?? 0, number("height") ?? 0];
  const [gop, frames] = [number("gopSeconds"), number("gopFrames")];
  const profile = typeof found["profile"] === "string" ? ` (${found["profile"]})` : "";
  return [
    { word: t("probe.codec"), value: `${String(found["codec"] ?? "–")}${profile}` },
    { word: t("probe.size"), value: width > 0 && height > 0 ? `${width}×${height}` : t("probe.unknown") },
    { word: t("probe.transport"), value: String(found["transport"] ?? "–") },
    { word: t("probe.fps"), value: measured(number("framesPerSecond"), (n) => t("probe.framesASecond", { n: round(n) })) },
    { word: t("probe.bitrate"), value: measured(number("kilobitsPerSecond"), (n) => `${Math.round(n)} kb/s`) },
    { word: t("probe.gop"), value: measured(gop, (n) => t("probe.gopIs", { n: round(n), frames: frames ?? 0 })) },
    { word: t("probe.clock"), value: measured(number("clockOffsetSeconds"), (n) => t("probe.seconds", { n: signed(n) })) },
    { word: t("probe.firstPicture"), value: measured(number("keyframeSeconds"), (n) => t("probe.seconds", { n: round(n) })) },
  ];
}

const measured = (n: number | null, said: (n: number) => string): string => (n === null ? t("probe.unknown") : said(n));
const round = (n: number): string => String(Math.round(10 * n) / 10);
/** To a tenth; a clock that is fast has a plus. */
export const signed = (n: number): string => (n > 0 ? `+${round(n)}` : round(n));
