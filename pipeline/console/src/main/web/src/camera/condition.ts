import type { CameraState } from "../api/types";
import { duration, t } from "../text/text";
import { now } from "../time/now";

/** How a camera stands, for its colour. */
export function condition(state: CameraState): "looking" | "blind" | "offline" {
  if (state.online === false || state.stage === undefined) {
    return "offline";
  }
  return state.stage === "LOOKING" && state.blind === undefined ? "looking" : "blind";
}

export function lookedAgo(state: CameraState): string {
  if (state.lastLook === undefined) {
    return t("camera.never");
  }
  return t("camera.ago", { d: duration((now.value - Date.parse(state.lastLook)) / 1000) });
}
