import { ref } from "vue";
import { get } from "../api/client";
import type { Transition, Unit, Verdict } from "../api/incident";
import { coded } from "../text/text";
import { zh } from "../text/zh";

/** Lists a form needs the moment it opens: the second key comes faster than an answer from the server. */
const verdicts = new Map<string, Promise<Verdict[]>>();
let known: Promise<Unit[]> | null = null;
const names = ref<Record<string, string>>({});

/** What people call a unit; its id where it is not known here. */
export const unitName = (id: string): string => names.value[id] ?? id;

export function verdictsFor(kind: string): Promise<Verdict[]> {
  const list = verdicts.get(kind) ?? get<Verdict[]>(`/api/verdicts?kind=${encodeURIComponent(kind)}`);
  verdicts.set(kind, list);
  list.catch(() => verdicts.delete(kind));
  return list;
}

export function units(): Promise<Unit[]> {
  known ??= get<Unit[]>("/api/units");
  known.then(
    (list) => (names.value = Object.fromEntries(list.map(({ id, name }) => [id, name]))),
    () => (known = null),
  );
  return known;
}

/** What a person did, with whom it was given to. */
export function stepText({ state, unit, action }: Transition): string {
  const said = action && `did.${action}` in zh ? coded("did", action) : coded("state", state);
  return unit ? `${said} → ${unitName(unit)}` : said;
}

/** Units change hands between shifts, so each incident asks anew. */
export function askAhead(kind: string): void {
  known = null;
  void units().catch(() => {});
  void verdictsFor(kind).catch(() => {});
}
