import { ref } from "vue";
import { Refused, get, post, uploadWatched } from "../api/client";
import type { Camera } from "../api/camera";
import { usualEvents } from "../camera/fields";

/** What a demonstration says of itself; a running street has none. */
export interface Trial {
  staged: string[];
  place: NonNullable<Camera["place"]>;
  mostBytes: number;
}

export interface TriedFilm {
  address: string;
  seconds: number;
  how: "AS_IT_IS" | "CONVERTED" | "CUT";
}

const UNFIT = ["NO_FILM", "ONE_PICTURE", "TOO_MANY", "NOT_KEPT"];
const LONGEST_NAME = 40;

export const trial = ref<Trial | null>(null);

/** Asked once somebody has come in; a server that knows no trial answers that there is none. */
export async function recallTrial(): Promise<void> {
  trial.value = await get<Trial>("/api/trial").catch(() => null);
}

/** Sends a film and adds the camera that shows it; says what was done to the film, and the camera's id. */
export async function tryFilm(
  file: File,
  kind: string,
  sent: (share: number) => void,
): Promise<{ film: TriedFilm; camera: string }> {
  const film = await uploadWatched<TriedFilm>("/api/trial/film", file, sent);
  const made = await post<Camera>("/api/cameras", {
    name: nameOf(file.name),
    kind,
    place: trial.value?.place,
    subStream: film.address,
    zones: [],
    watched: usualEvents(kind),
  });
  return { film, camera: made.id };
}

/** Why the server does not take a film, as a code; null where it gave none. */
export function refusalOf(why: unknown): string | null {
  const field = why instanceof Refused ? (why.body as { field?: unknown } | null)?.field : null;
  return typeof field === "string" && UNFIT.includes(field) ? field : null;
}

/** A file's name as a camera's: without its ending, not endless. */
export function nameOf(file: string): string {
  const bare = file.replace(/\.[^.]*$/, "").trim();
  return (bare === "" ? file : bare).slice(0, LONGEST_NAME);
}
