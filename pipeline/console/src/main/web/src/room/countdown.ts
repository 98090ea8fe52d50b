import type { Deadline, Incident, IncidentState, Part } from "../api/incident";

export type Urgency = "calm" | "soon" | "now" | "over" | "ended";

/** What the big clock of an incident shows. */
export interface Countdown {
  /** The step that is due next, or null where none is left. */
  step: string | null;
  /** The place it is due at, or null where it is the whole incident's. */
  part: Part | null;
  /** Seconds left, negative once it is overdue; since opening where no step is left. */
  seconds: number;
  urgency: Urgency;
  /** It ran out while the system was down: not the room's doing. */
  whileDown: boolean;
}

const SOON_SHARE = 0.5;
const NOW_SECONDS = 15;

/** Steps that still have to be done, by the deadlines alone; a console that is behind does not decide what was kept. */
function isDue(deadline: Deadline): boolean {
  return (deadline.met ?? null) === null && deadline.state !== "KEPT" && deadline.state !== "NOT_NEEDED";
}

const ENDS: readonly IncidentState[] = ["CLOSED", "REJECTED", "JOINED"];

export function hasEnded({ state }: { state: IncidentState }): boolean {
  return ENDS.includes(state);
}

function partOf(incident: Incident, deadline: Deadline): Part | null {
  return incident.parts?.find(({ id }) => id === deadline.part) ?? null;
}

/** What is missed at a place where all is over is missed for good. */
function isAwaited(incident: Incident, deadline: Deadline): boolean {
  const part = partOf(incident, deadline);
  return isDue(deadline) && (part === null || !hasEnded(part));
}

/** Whether the room has to do with it: open, or closed and not asked again in time. */
export function isAtHand(incident: Incident): boolean {
  const forgotten = (incident.deadlines ?? []).some(
    ({ step, state, met }) => step === "FOLLOW_UP" && state.startsWith("OVERDUE") && !met,
  );
  return !hasEnded(incident) || forgotten;
}

/** The clock at `now`, milliseconds of the server's time. */
export function countdown(incident: Incident, now: number): Countdown {
  const opened = Date.parse(incident.openedAt);
  const due = (incident.deadlines ?? [])
    .filter((deadline) => isAwaited(incident, deadline))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))[0];
  if (hasEnded(incident) || due === undefined) {
    const until = hasEnded(incident) ? Date.parse(incident.updatedAt) : now;
    const urgency = hasEnded(incident) ? "ended" : "calm";
    return { step: null, part: null, seconds: (until - opened) / 1000, urgency, whileDown: false };
  }
  const part = partOf(incident, due);
  const seconds = (Date.parse(due.at) - now) / 1000;
  const whole = (Date.parse(due.at) - (part === null ? opened : Date.parse(part.openedAt))) / 1000;
  const whileDown = due.state === "OVERDUE_WHILE_DOWN";
  return { step: due.step, part, seconds, urgency: urgency(seconds, whole), whileDown };
}

function urgency(seconds: number, whole: number): Urgency {
  if (seconds < 0) {
    return "over";
  }
  if (seconds <= NOW_SECONDS) {
    return "now";
  }
  return seconds <= whole * SOON_SHARE ? "soon" : "calm";
}

/** `1:05`, `-0:07` as `0:07`: what is overdue counts up. A countdown shows the second that has begun. */
export function face(seconds: number): string {
  const whole = seconds >= 0 ? Math.ceil(seconds) : Math.floor(-seconds);
  const two = (n: number) => String(n).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** Open before ended; of the open ones the most overdue first; of the ended the newest. */
export function byUrgency(a: Incident, b: Incident, now: number): number {
  if (hasEnded(a) !== hasEnded(b)) {
    return hasEnded(a) ? 1 : -1;
  }
  if (hasEnded(a)) {
    return Date.parse(b.openedAt) - Date.parse(a.openedAt);
  }
  return rank(a, now) - rank(b, now) || Date.parse(a.openedAt) - Date.parse(b.openedAt);
}

function rank(incident: Incident, now: number): number {
  const clock = countdown(incident, now);
  return clock.step === null ? Number.MAX_SAFE_INTEGER : now + clock.seconds * 1000;
}
