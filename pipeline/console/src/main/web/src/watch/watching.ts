import { ref, shallowRef } from "vue";
import type { ModelUse } from "../api/models";
import type { BlindNotice, Brake, UnseenPlace, WatchRow } from "../api/watch";
import { troubleText } from "../camera/condition";
import { chime } from "../room/sound";

/** What the server tells of brakes, of models, of what is watched and of places that nobody sees. */

const MEMORY = "kakou.blindRung";
const MOST_REMEMBERED = 50;

export const brakes = ref<Brake[]>([]);
export const modelUses = ref<ModelUse[]>([]);
export const rows = shallowRef<WatchRow[] | null>(null);
export const blind = ref<BlindNotice[]>([]);

export function heardWatch(type: string, data: unknown): void {
  if (type === "brakes") {
    brakes.value = (data as { brakes: Brake[] }).brakes;
  } else if (type === "models") {
    modelUses.value = (data as { uses: ModelUse[] }).uses;
  } else if (type === "table") {
    rows.value = (data as { rows: WatchRow[] }).rows;
  } else if (type === "blind") {
    blind.value = (data as { notices: BlindNotice[] }).notices;
    ringNew(blind.value);
  }
}

export function forgetWatch(): void {
  brakes.value = [];
  modelUses.value = [];
  rows.value = null;
  blind.value = [];
}

/** Once for each notice, however it grows, and not again after the page was loaded anew. */
function ringNew(notices: readonly BlindNotice[]): void {
  const rung = recall();
  const fresh = notices.filter(({ id, acknowledgedBy }) => !rung.includes(id) && !acknowledgedBy);
  if (fresh.length > 0) {
    localStorage.setItem(MEMORY, JSON.stringify([...rung, ...fresh.map(({ id }) => id)].slice(-MOST_REMEMBERED)));
    chime();
  }
}

function recall(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(MEMORY) ?? "[]");
    return Array.isArray(kept) ? kept.map(String) : [];
  } catch {
    return [];
  }
}

/** Why a place is not seen, in the reader's words. */
export function placeText({ trouble, stage, heard, why }: UnseenPlace): string {
  return troubleText({
    trouble: trouble ?? undefined,
    stage: stage,
    since: heard ?? undefined,
    why: why ?? undefined,
  });
}
