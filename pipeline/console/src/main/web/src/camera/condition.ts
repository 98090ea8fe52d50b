import type { CameraState } from "../api/camera";
import { clockTime, coded, dayTime, duration, listed, t } from "../text/text";
import type { TextKey } from "../text/zh";
import { now } from "../time/now";

/** A worker speaks every 10 s; one that missed three is not there, whatever it said last. */
const SILENT_MS = 30_000;
const DAY_MS = 86_400_000;

/** What a camera that cannot be judged answers, as far as this page knows the words. */
const REASONS: Readonly<Record<string, TextKey>> = {
  "not opened yet": "trouble.opening",
  "its pictures begin to come; none was looked at yet": "trouble.opening",
  "its picture cannot be judged: torn": "trouble.torn",
  "its picture cannot be judged: blank": "trouble.blank",
  "its picture cannot be judged: fogged": "trouble.fogged",
  "its picture cannot be judged: out of focus": "trouble.blurred",
  "its picture cannot be judged: covered": "trouble.covered",
  "its picture cannot be judged: frozen": "trouble.frozen",
  "its picture cannot be judged: torn, grey or covered": "trouble.unclear",
};

const silent = (at: string | undefined): boolean => at !== undefined && now.value - Date.parse(at) > SILENT_MS;

/** How a camera stands, for its colour; counted above by the same rules. */
export function condition(state: CameraState): "looking" | "stretched" | "blind" | "offline" {
  if (state.at === undefined || silent(state.at) || state.stage !== "LOOKING") {
    return "offline";
  }
  if (state.blind !== undefined) {
    return "blind";
  }
  return (state.notWatched ?? []).length > 0 ? "stretched" : "looking";
}

export function lookedAgo(state: CameraState): string {
  if (state.lastLook === undefined) {
    return t("camera.never");
  }
  return t("camera.ago", { d: duration((now.value - Date.parse(state.lastLook)) / 1000) });
}

/** How often a camera is looked at, and how often it should be where that is more. */
export function intervalText(seconds: number, stretch = 1): string {
  const every = t("camera.every", { n: Math.round(seconds) });
  return stretch < 1.05 ? every : t("camera.stretched", { every, n: Math.round(seconds / stretch) });
}

/** Why a camera is not watched, or for which events not, in the reader's words; null where it is. */
export function troubleOf(state: CameraState): string | null {
  if (condition(state) === "looking") {
    return null;
  }
  const trouble = silent(state.at) ? "SILENT" : state.at === undefined ? "NEVER_HEARD" : state.stage === "LOOKING" ? "BLIND" : "NOT_REACHED";
  const braked = (state.braked ?? []).map(({ kind }) => kind);
  const off = (state.notWatched ?? []).every((event) => braked.includes(event));
  const less = condition(state) === "stretched";
  return troubleText({ trouble: less ? (off ? "BRAKED" : "NOT_JUDGED") : trouble, stage: state.stage, since: state.at, notWatched: state.notWatched, why: state.blind });
}

interface Told {
  trouble?: string | undefined;
  stage?: string | undefined;
  since?: string | undefined;
  notWatched?: readonly string[] | undefined;
  why?: string | undefined;
}

export function troubleText({ trouble, stage, since, notWatched, why }: Told): string {
  switch (trouble) {
    case "SILENT":
      return t("trouble.SILENT", { time: since === undefined ? "–" : lastHeard(since) });
    case "NEVER_HEARD":
      return t("trouble.NEVER_HEARD");
    case "NOT_REACHED":
      return t("stage.stands", { stage: coded("stage", stage ?? "UNKNOWN") });
    case "NOT_JUDGED":
      return t("trouble.NOT_JUDGED", { events: listed((notWatched ?? []).map((event) => coded("kind", event))) });
    case "BRAKED":
      return t("trouble.BRAKED", { events: listed((notWatched ?? []).map((event) => coded("kind", event))) });
    case "LATE":
      return t("trouble.LATE", { time: since === undefined ? "–" : lastHeard(since) });
    default:
      return reason(why ?? "");
  }
}

/** The technical line behind it, where it says more than the words above. */
export function detailOf(state: CameraState): string | null {
  return state.blind !== undefined && REASONS[state.blind] === undefined ? state.blind : null;
}

/** When somebody was last heard of: with its day where that was not today. */
const lastHeard = (since: string): string => (now.value - Date.parse(since) > DAY_MS ? dayTime(since) : clockTime(since));

function reason(why: string): string {
  const known = REASONS[why];
  return known === undefined ? why : t(known);
}

/**
 * Whether a camera's worker has taken over what was saved: it then begins anew, so that its first word after the saving
 * knows no look from before it.
 */
export function tookOver(state: CameraState, savedAt: number): boolean {
  const said = state.at !== undefined && Date.parse(state.at) > savedAt;
  return said && (state.lastLook === undefined || Date.parse(state.lastLook) > savedAt);
}
