import { computed, reactive, ref, shallowRef } from "vue";
import { getWith, post } from "../api/client";
import { EventStream, type ServerEvent } from "../api/eventstream";
import { me, recallSession } from "../account/session";
import type { Notice, Situation } from "../api/seat";
import type { CameraState } from "../api/camera";
import type { ActionRequest, Incident, Transition } from "../api/incident";
import type { Watch } from "../api/watch";
import { tell } from "../notices";
import { remember, type TaskLink } from "../outside/links";
import { route } from "../route";
import { coded, t } from "../text/text";
import { now } from "../time/now";
import { forgetWatch, heardWatch } from "../watch/watching";
import { Board, bySomebodyElse, type Change } from "./board";
import { byUrgency, countdown, hasEnded, isAtHand } from "./countdown";
import { stepText } from "./lists";
import { changed, endSeat, isOneOfMany, isQuiet, loadSeat, noticed } from "./announced";
import { alarm } from "./sound";

/** Everything the server tells while somebody is signed in: incidents, cameras' states, the state of the watch. */

const board = new Board();
const own = new Set<string>();
const rung = new Set<string>();
const ASK_AGAIN_MS = 2_000;

let stream: EventStream | null = null;
/** Counts up whenever somebody signs in or out, so that what was begun for the one before ends. */
let sitting = 0;

const known = shallowRef<Incident[]>([]);
/** The one that opened last while this page was looking. */
export const newest = shallowRef<Incident | null>(null);
export const watch = ref<Watch | null>(null);
export const cameraStates = reactive(new Map<string, CameraState>());
/** What another seat did last to each incident, until somebody here has said that it was read. */
export const otherSeats = reactive(new Map<string, Transition>());
/** Since when the stream is cut, milliseconds of the server's time; null while it is not. */
export const cutSince = ref<number | null>(null);

export const incidents = computed(() => [...known.value].sort((a, b) => byUrgency(a, b, now.value)));
export const open = computed(() => incidents.value.filter(isAtHand));
export const waiting = computed(() => open.value.filter(({ state }) => state === "REPORTED").length);

/** Begins as soon as the server answers; until then the page says that it is cut off, never that all is calm. */
export async function beginLive(): Promise<void> {
  const mine = ++sitting;
  while (mine === sitting) {
    try {
      return await listThenFollow(mine);
    } catch {
      lost();
      await new Promise((done) => setTimeout(done, ASK_AGAIN_MS));
    }
  }
}

async function listThenFollow(mine: number): Promise<void> {
  const first = await getWith<Incident[]>("/api/incidents?state=open&limit=500", "X-Kakou-Cursor");
  if (mine !== sitting) {
    return; // Somebody signed out meanwhile.
  }
  first.body.forEach((incident) => board.take(incident));
  known.value = board.all();
  await loadSeat();
  if (mine !== sitting) {
    return;
  }
  stream = new EventStream("/api/events", { event: heard, opened: joined, lost, refused });
  stream.start(first.header);
}

export function endLive(): void {
  sitting++;
  stream?.close();
  stream = null;
  board.clear();
  known.value = [];
  newest.value = null;
  watch.value = null;
  cameraStates.clear();
  forgetWatch();
  otherSeats.clear();
  endSeat();
  cutSince.value = null;
}

/** Those that ended too; the stream brings only what changes. */
export async function loadEnded(): Promise<void> {
  const all = await getWith<Incident[]>("/api/incidents?state=all&limit=200", "X-Kakou-Cursor");
  all.body.forEach((incident) => board.take(incident));
  known.value = board.all();
}

export async function act(incident: Incident, request: ActionRequest): Promise<void> {
  const path = `/api/incidents/${encodeURIComponent(incident.id)}/actions`;
  const taken = await post<{ actionId: string; task?: TaskLink }>(path, request);
  own.add(taken.actionId);
  if (taken.task !== undefined) {
    remember(taken.actionId, taken.task);
  }
  otherSeats.delete(incident.id);
}

/** An incident as the server answered it, outside the stream. */
export function learn(incident: Incident): void {
  if (board.take(incident) !== null) {
    known.value = board.all();
  }
}

/** Rings once for each step that runs out, but for what the seat hears of in another way; called with every tick of the clock. */
export function ringOverdue(): void {
  for (const incident of open.value) {
    const clock = countdown(incident, now.value);
    const step = `${incident.id} ${clock.part?.id ?? ""} ${clock.step}`;
    if (clock.urgency === "over" && !rung.has(step)) {
      rung.add(step);
      if (!isQuiet(incident)) {
        alarm();
      }
    }
  }
}

function heard(event: ServerEvent): void {
  const data: unknown = JSON.parse(event.data || "null");
  if (event.type === "incident") {
    arrived(board.take(data as Incident));
  } else if (event.type === "notice") {
    noticed(data as Notice);
  } else if (event.type === "situation") {
    changed(data as Situation);
  } else if (event.type === "watch") {
    watch.value = data as Watch;
  } else if (event.type === "camera") {
    const { id, ...state } = data as CameraState & { id: string };
    cameraStates.set(id, state);
  } else {
    heardWatch(event.type, data);
  }
}

function arrived(change: Change | null): void {
  if (change === null) {
    return;
  }
  known.value = board.all();
  // One of many does not take the screen: it is a line of the situation's list.
  if (change.fresh && !hasEnded(change.incident) && !isOneOfMany(change.incident)) {
    newest.value = change.incident;
  }
  const step = bySomebodyElse(change, own);
  if (step !== undefined && step.user !== me.value?.user) {
    anotherSeat(change.incident, step);
  }
}

/** On the incident that is open it stands until it is read; of any other it is told in passing. */
function anotherSeat(incident: Incident, step: Transition): void {
  otherSeats.set(incident.id, step);
  if (route.value.id !== incident.id) {
    const what = `${stepText(step)} · ${incident.roadName ?? incident.cameraName ?? coded("event", incident.kind)}`;
    tell("news", t("room.othersAct", { who: step.userName ?? step.user ?? t("room.staleNobody"), what }));
  }
}

function joined(): void {
  cutSince.value = null;
}

function lost(): void {
  cutSince.value ??= now.value;
}

/** Nothing more will come: either the session is over, or the page has to say that it is cut off. */
function refused(): void {
  lost();
  void recallSession();
}
