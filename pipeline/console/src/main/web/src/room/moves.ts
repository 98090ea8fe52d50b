import type { ActionKind, Incident, IncidentState, Part } from "../api/incident";

/** What the page offers from a state; the server decides again. */
const MOVES: Record<IncidentState, readonly ActionKind[]> = {
  REPORTED: ["ACCEPT", "REJECT"],
  ACCEPTED: ["REJECT", "DISPATCH", "CLOSE", "SUSPEND"],
  DISPATCHED: ["REJECT", "DISPATCH", "ARRIVE", "CLOSE", "SUSPEND"],
  ON_SITE: ["DISPATCH", "CLOSE", "HANDLE", "SUSPEND"],
  HANDLED: ["DISPATCH", "CLOSE", "VERIFY", "SUSPEND"],
  VERIFIED: ["CLOSE"],
  SUSPENDED: ["CLOSE", "RESUME"],
  CLOSED: ["FOLLOW_UP"],
  REJECTED: [],
  JOINED: [],
  UNKNOWN: [],
};

/** In the order of their keys. The first five stand there always, the others where they are allowed. */
export const ACTIONS: readonly ActionKind[] = [
  "ACCEPT",
  "REJECT",
  "DISPATCH",
  "ARRIVE",
  "CLOSE",
  "HANDLE",
  "VERIFY",
  "SUSPEND",
  "RESUME",
  "FOLLOW_UP",
];
export const ALWAYS = 5;

/** What may be done with an incident, or with those of its places that are chosen: what all of them allow. */
export function offered(incident: Incident, chosen: readonly Part[] = []): readonly ActionKind[] {
  const states = chosen.length > 0 ? chosen.map(({ state }) => state) : [incident.state];
  return ACTIONS.filter((kind) => states.every((state) => MOVES[state]?.includes(kind)));
}

/** A follow-up is asked for where the incident's clock does. */
export function isDue(incident: Incident, kind: ActionKind): boolean {
  return kind !== "FOLLOW_UP" || (incident.deadlines ?? []).some(({ step, met }) => step === "FOLLOW_UP" && !met);
}

/** What the room is waiting for next: the button that stands out. */
export function expected(incident: Incident): ActionKind | null {
  switch (incident.state) {
    case "REPORTED":
      return "ACCEPT";
    case "ACCEPTED":
      return "DISPATCH";
    case "DISPATCHED":
      return "ARRIVE";
    case "ON_SITE":
      return asks(incident, "HANDLE") ? "HANDLE" : "CLOSE";
    case "HANDLED":
      return asks(incident, "VERIFY") ? "VERIFY" : "CLOSE";
    case "VERIFIED":
      return "CLOSE";
    case "SUSPENDED":
      return "RESUME";
    case "CLOSED":
      return isDue(incident, "FOLLOW_UP") ? "FOLLOW_UP" : null;
    default:
      return null;
  }
}

function asks(incident: Incident, step: string): boolean {
  return (incident.deadlines ?? []).some((deadline) => deadline.step === step && !deadline.met);
}
