import { language, t } from "../text/text";
import type { TextKey } from "../text/zh";

/** The check's advice, and a worker's, is English; each line that is known, with what it measured. */
const KNOWN: readonly [RegExp, TextKey][] = [
  [/^the stream is scalable/, "advice.scalable"],
  [/^(?<size>\S+) is more than is looked at: give the sub stream, at most (?<most>\S+)$/, "advice.large"],
  [/^no RTCP sender reports yet/, "advice.noClock"],
  [/^its clock is (?<n>\S+) s from ours/, "advice.clock"],
  [/^the first keyframe took (?<n>\S+) s/, "advice.lateKeyframe"],
  [/^keyframes are (?:more than|up to) (?<n>\S+) s apart/, "advice.gop"],
  [/^that looks like a smart codec/, "advice.smart"],
  [/^H\.265 costs more/, "advice.h265"],
  [/^MJPEG is not played live/, "advice.mjpeg"],
  [/^it agrees to send over TCP and sends nothing/, "advice.silentOverTcp"],
  [/^only one keyframe was seen/, "advice.oneKeyframe"],
];

export function adviceText(line: string): string {
  if (language.value === "en") {
    return line;
  }
  for (const [pattern, key] of KNOWN) {
    const found = pattern.exec(line);
    if (found !== null) {
      return t(key, found.groups ?? {});
    }
  }
  return line;
}
