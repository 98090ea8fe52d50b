import { PhoneClock } from "./clock";
import { Refused, type PhoneTask, type Waiting } from "./task";

/** The link's token: what the page was opened with, and where its phone's cookie holds. */
export const token = location.pathname.split("/")[2] ?? "";
const BASE = `/api/t/${encodeURIComponent(token)}`;
const HEADERS = { "X-Kakou": "1" };
/** A phone between two cells: better asked again than waited for. */
const LONGEST_MS = 20_000;

export const clock = new PhoneClock();

export const open = (): Promise<PhoneTask> => ask(`${BASE}/open`, { method: "POST", headers: HEADERS });
export const read = (): Promise<PhoneTask> => ask(BASE, { headers: HEADERS });
export const picture = `${BASE}/picture.jpg`;

export async function send(report: Waiting): Promise<PhoneTask> {
  if (report.photo === undefined) {
    const { id, kind, at, position } = report;
    const headers = { ...HEADERS, "Content-Type": "application/json" };
    return ask(`${BASE}/reports`, { method: "POST", headers, body: JSON.stringify({ id, kind, at, position }) });
  }
  const query = new URLSearchParams({ id: report.id, at: report.at });
  Object.entries(report.position ?? {}).forEach(([name, value]) => query.set(name, String(value)));
  const body = bytes(report.photo);
  return ask(`${BASE}/photos?${query}`, { method: "POST", headers: { ...HEADERS, "Content-Type": "image/jpeg" }, body });
}

/** By hand: the page's own policy lets nothing fetch a data URL. */
function bytes(photo: string): Blob {
  const text = atob(photo.slice(photo.indexOf(",") + 1));
  return new Blob([Uint8Array.from(text, (letter) => letter.charCodeAt(0))], { type: "image/jpeg" });
}

async function ask(path: string, request: RequestInit): Promise<PhoneTask> {
  const sent = Date.now();
  const signal = AbortSignal.timeout(LONGEST_MS);
  const answer = await fetch(path, { ...request, signal, cache: "no-store", credentials: "same-origin" });
  if (!answer.ok) {
    throw await refusal(answer);
  }
  const task = (await answer.json()) as PhoneTask;
  clock.heard(Date.parse(task.now), sent, Date.now());
  return task;
}

async function refusal(answer: Response): Promise<Refused> {
  const body = (await answer.json().catch(() => null)) as { error?: string; field?: string } | null;
  const call = answer.headers.get("X-Kakou-Call");
  return new Refused(
    answer.status,
    body?.field ?? "",
    body?.error ?? String(answer.status),
    call === null ? null : decodeURIComponent(call.replace(/\+/g, " ")),
  );
}
