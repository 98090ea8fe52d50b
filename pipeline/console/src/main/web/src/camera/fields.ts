import type { Camera } from "../api/camera";
import { t } from "../text/text";

export const KINDS = ["LIFT", "ROAD", "GATE", "STREET"] as const;
/** What is kept of a camera; the usual first. */
export const RECORDINGS = ["ALERTS", "CONTINUOUS", "ELSEWHERE", "OFF"] as const;
export const EVENTS = ["EBIKE_IN_LIFT", "WATERLOGGING", "LOST_CHILD", "MUCK_TRUCK", "DUMPING"] as const;
export const ZONE_NAMES = ["cabin", "door", "road", "gate", "no-dump", "children"] as const;

/** What this release judges on a camera of each kind; nothing else can be switched on. */
const JUDGED: Record<string, readonly string[]> = {
  LIFT: ["EBIKE_IN_LIFT"],
  ROAD: ["WATERLOGGING"],
  GATE: ["MUCK_TRUCK", "DUMPING"],
  STREET: ["LOST_CHILD"],
};

export const isJudged = (kind: string, event: string): boolean => JUDGED[kind]?.includes(event) ?? false;

/** What a camera of a kind is watched for unless somebody chooses otherwise. */
export const usualEvents = (kind: string): string[] => [...(JUDGED[kind] ?? [])];

export const USUAL_ZONE: Record<string, string> = { LIFT: "cabin", ROAD: "road", GATE: "gate", STREET: "children" };

/** The place out of `120.21,30.28`; null where nothing is written; throws the line to show where it is no place. */
export function placeOf(text: string): Camera["place"] | null {
  if (text.trim() === "") {
    return null;
  }
  const [longitude, latitude, more] = text.split(/[,，\s]+/).filter(Boolean).map(Number);
  const right =
    more === undefined && longitude !== undefined && latitude !== undefined && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
  if (!right) {
    throw new Error(t("camera.placeWrong"));
  }
  return { longitude, latitude };
}

export const placeText = (place: Camera["place"]): string => (place ? `${place.longitude},${place.latitude}` : "");

export const isId = (text: string): boolean => /^[A-Za-z0-9._-]{1,64}$/.test(text);
