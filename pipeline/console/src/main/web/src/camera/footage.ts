import type { FootageGap, FootageMinute, Footage } from "../api/footage";

/** Minutes this close to each other are shown as one span. */
const SEAM_MS = 2_000;

/** A row of a day: a span that can be played, or what is missing. */
export interface FootageRow {
  from: number;
  to: number;
  bytes: number;
  /** In order of time; none where it is missing. */
  minutes: FootageMinute[];
  /** Why it is missing. */
  why?: string;
}

/** A day's rows in order of time: minutes that follow each other are one span. */
export function rowsOf(footage: Footage): FootageRow[] {
  const rows: FootageRow[] = [];
  for (const minute of footage.minutes) {
    const [from, to] = [Date.parse(minute.from), Date.parse(minute.to)];
    const last = rows[rows.length - 1];
    if (last && Math.abs(from - last.to) < SEAM_MS) {
      last.to = to;
      last.bytes += minute.bytes;
      last.minutes.push(minute);
    } else {
      rows.push({ from, to, bytes: minute.bytes, minutes: [minute] });
    }
  }
  return [...rows, ...footage.gaps.map(missing)].sort((a, b) => a.from - b.from);
}

function missing(gap: FootageGap): FootageRow {
  return { from: Date.parse(gap.from), to: Date.parse(gap.to), bytes: gap.bytes, minutes: [], why: gap.why };
}

/** Where a minute plays from; what browsers do not play is asked for in H.264. */
export function addressOf(camera: string, minute: FootageMinute, reason: string): string {
  const anew = minute.codec.startsWith("avc1") ? "" : "&codec=h264";
  return `/api/cameras/${encodeURIComponent(camera)}/footage/${minute.segment}.mp4?reason=${encodeURIComponent(reason)}${anew}`;
}
