import { get } from "../api/client";
import type { Unit, Verdict } from "../api/types";

/** Lists a form needs the moment it opens: the second key comes faster than an answer from the server. */
const verdicts = new Map<string, Promise<Verdict[]>>();
let known: Promise<Unit[]> | null = null;

export function verdictsFor(kind: string): Promise<Verdict[]> {
  const list = verdicts.get(kind) ?? get<Verdict[]>(`/api/verdicts?kind=${encodeURIComponent(kind)}`);
  verdicts.set(kind, list);
  list.catch(() => verdicts.delete(kind));
  return list;
}

export function units(): Promise<Unit[]> {
  known ??= get<Unit[]>("/api/units");
  known.catch(() => (known = null));
  return known;
}

/** Units change hands between shifts, so each incident asks anew. */
export function askAhead(kind: string): void {
  known = null;
  void units().catch(() => {});
  void verdictsFor(kind).catch(() => {});
}
