import { computed, reactive } from "vue";
import { get, post } from "../api/client";
import type { Incident } from "../api/incident";
import type { Muted, Mute, Notice, SeatNews, Shelf, Situation } from "../api/seat";
import { now } from "../time/now";
import { chime, gong } from "./sound";

/** What the seat is told beside the incidents themselves: what makes a sound, what is one of many, what is put aside. */

const heard = new Set<string>();
const running = reactive(new Map<string, Situation>());
const shelves = reactive(new Map<string, Shelf>());
const silent = reactive(new Map<string, string>());
const MOST_REMEMBERED = 2_000;

export const situations = computed(() =>
  [...running.values()].sort((a, b) => Date.parse(a.since) - Date.parse(b.since)),
);

const keyOf = ({ room, event }: Situation): string => `${room} ${event}`;

export async function loadSeat(): Promise<void> {
  const news = await get<SeatNews>("/api/situations");
  endSeat();
  news.situations.forEach((one) => running.set(keyOf(one), one));
  news.aside.forEach((one) => shelves.set(one.incident, one));
  news.muted.forEach((one: Muted) => silent.set(one.incident, one.mute));
}

export function endSeat(): void {
  heard.clear();
  running.clear();
  shelves.clear();
  silent.clear();
}

/** A notice counts once, however often the stream brings it. */
export function noticed(notice: Notice): void {
  if (heard.has(notice.id)) {
    return;
  }
  if (heard.size >= MOST_REMEMBERED) {
    heard.clear();
  }
  heard.add(notice.id);
  if (notice.sound) {
    (notice.kind === "RING" ? chime : gong)();
  }
  if (notice.incident != null) {
    setAside(notice, notice.incident);
  }
}

function setAside(notice: Notice, incident: string): void {
  if (notice.mute != null) {
    silent.set(incident, notice.mute);
  } else if (notice.sound) {
    silent.delete(incident);
  }
  if (notice.cause === "SHELF_ENDED") {
    shelves.delete(incident);
  } else if (notice.until != null) {
    const { room, at, until } = notice;
    shelves.set(incident, shelves.get(incident) ?? { incident, room, user: "", reason: "", at, until });
  }
}

export function changed(situation: Situation): void {
  const before = running.get(keyOf(situation));
  if (situation.until != null) {
    running.delete(keyOf(situation));
  } else if (before?.id !== situation.id || before.version <= situation.version) {
    running.set(keyOf(situation), situation);
  }
}

/** Until when it is put aside, or null. */
export function asideUntil(incident: string): Shelf | null {
  const shelf = shelves.get(incident);
  return shelf !== undefined && Date.parse(shelf.until) > now.value ? shelf : null;
}

export const isMuted = (incident: string): boolean => silent.has(incident);

/** Whether a situation of its kind runs in its room: then the incident is one of its list. */
export const isOneOfMany = ({ room, kind }: Pick<Incident, "room" | "kind">): boolean => running.has(`${room} ${kind}`);

/** Whether the page keeps still about it by itself: the seat hears of it in another way. */
export const isQuiet = (incident: Incident): boolean =>
  isOneOfMany(incident) || isMuted(incident.id) || asideUntil(incident.id) !== null;

export async function shelve(incident: string, seconds: number, reason: string): Promise<void> {
  const until = new Date(now.value + seconds * 1000).toISOString();
  const shelf = await post<Shelf>(`/api/incidents/${encodeURIComponent(incident)}/shelve`, { until, reason });
  shelves.set(incident, shelf);
}

export const mutes = (): Promise<Mute[]> => get<Mute[]>("/api/mutes");

export async function mute(event: string, cameras: string[], seconds: number, reason: string): Promise<void> {
  const until = new Date(now.value + seconds * 1000).toISOString();
  await post("/api/mutes", { event, cameras, until, reason });
}

export async function endMute(id: string, reason: string): Promise<void> {
  await post(`/api/mutes/${encodeURIComponent(id)}/end`, { reason });
}
