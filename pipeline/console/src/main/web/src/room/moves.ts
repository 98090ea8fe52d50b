import type { ActionKind, Incident, IncidentState } from "../api/types";

/** What the page offers from a state, in the order of the keys; the server decides again. */
const MOVES: Record<IncidentState, readonly ActionKind[]> = {
  REPORTED: ["ACCEPT", "REJECT"],
  ACCEPTED: ["REJECT", "DISPATCH", "CLOSE"],
  DISPATCHED: ["REJECT", "DISPATCH", "ARRIVE", "CLOSE"],
  ON_SITE: ["DISPATCH", "CLOSE"],
  CLOSED: [],
  REJECTED: [],
  UNKNOWN: [],
};

export const ACTIONS: readonly ActionKind[] = ["ACCEPT", "REJECT", "DISPATCH", "ARRIVE", "CLOSE"];

export function offered(incident: Incident): readonly ActionKind[] {
  return MOVES[incident.state] ?? [];
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
      return "CLOSE";
    default:
      return null;
  }
}
