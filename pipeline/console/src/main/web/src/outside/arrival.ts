import type { Deadline, Incident, Transition } from "../api/incident";

/** On whose word somebody is there: the unit's own, or that of who sat in the room. */
export type Word = "UNIT" | "ROOM";

/** Of a step; none where it is no arrival and was done by the room, as most are. */
export function wordOf(step: Transition): Word | null {
  if (step.kind !== "ACTED") {
    return null;
  }
  if (step.by === "UNIT") {
    return "UNIT";
  }
  return step.action === "ARRIVE" ? "ROOM" : null;
}

/** Of the arrival that a deadline was met by; none while it is not, or where a writer did not say. */
export function arrivalOf(incident: Incident, deadline: Deadline): Word | null {
  if (deadline.step !== "ARRIVE" || !deadline.met) {
    return null;
  }
  const met = Date.parse(deadline.met);
  const arrivals = incident.transitions.filter(({ kind, action }) => kind === "ACTED" && action === "ARRIVE");
  const first = arrivals.find(({ at }) => Date.parse(at) === met);
  return first === undefined ? null : wordOf(first);
}
