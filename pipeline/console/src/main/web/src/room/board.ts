import type { Incident, Transition } from "../api/incident";

/** What an incident that came in changed on the board. */
export interface Change {
  incident: Incident;
  /** Never seen before. */
  fresh: boolean;
  /** Transitions that were not known before it. */
  made: Transition[];
}

/** The incidents a page knows, each in its newest version, in whatever order and however often they arrive. */
export class Board {
  private readonly known = new Map<string, Incident>();

  /** Takes an incident, or says null where a newer or the same one is known. */
  take(incident: Incident): Change | null {
    const before = this.known.get(incident.id);
    if (before !== undefined && !isNewer(incident, before)) {
      return null;
    }
    this.known.set(incident.id, incident);
    const seen = new Set(before?.transitions.map(({ id }) => id));
    return { incident, fresh: before === undefined, made: incident.transitions.filter(({ id }) => !seen.has(id)) };
  }

  get(id: string): Incident | undefined {
    return this.known.get(id);
  }

  all(): Incident[] {
    return [...this.known.values()];
  }

  clear(): void {
    this.known.clear();
  }
}

/** Counts move between versions: a joined alert makes no transition once there are many. */
function isNewer(a: Incident, b: Incident): boolean {
  return a.version !== b.version ? a.version > b.version : a.alertCount > b.alertCount;
}

/** A person's step, by somebody whose action is not among `own`. */
export function bySomebodyElse(change: Change, own: ReadonlySet<string>): Transition | undefined {
  return change.fresh ? undefined : change.made.find(({ kind, cause }) => kind === "ACTED" && !own.has(cause));
}
