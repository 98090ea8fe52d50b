/** What is watched, what is switched off, and places that nobody sees. Times are ISO 8601 in UTC; codes may be newer than this page. */

export interface CameraTrouble {
  camera: string;
  name: string;
  trouble?: string;
  stage?: string;
  since?: string;
  notWatched?: string[];
  why: string;
}

export interface Watch {
  watched: number;
  stretched: CameraTrouble[];
  blind: CameraTrouble[];
  offline: CameraTrouble[];
  /** Nothing else is wrong with them. */
  braked: CameraTrouble[];
  cameras: number;
}

/** A rule that a person has switched off; `of` cameras are meant, at `inForce` of them it is so. */
export interface Brake {
  id: string;
  kind: string;
  everywhere: boolean;
  cameras: { id: string; name: string }[];
  of: number;
  inForce: number;
  waiting: string[];
  user: string;
  userName: string;
  reason: string;
  from: string;
  until: string;
}

export type Degree = "WATCHED" | "STRETCHED" | "BLIND" | "OFFLINE" | "BRAKED";

/** One event in one area, those below it included. */
export interface WatchCell {
  kind: string;
  counts: Partial<Record<Degree, number>>;
  why: { degree: Degree; why: string; cameras: number }[];
}

export interface WatchRow {
  /** Left out: all that the reader sees. */
  area?: string;
  name?: string;
  depth: number;
  cells: WatchCell[];
}

/** A camera that is not watched as promised. */
export interface UnseenPlace {
  camera: string;
  name: string;
  area?: string | null;
  areaName?: string | null;
  place?: { longitude: number; latitude: number } | null;
  trouble?: string | null;
  stage?: string;
  /** When its worker last spoke. */
  heard?: string | null;
  why?: string | null;
  degree?: Degree;
  code?: string;
  /** Of a place in a notice: since when it shows nothing. */
  since?: string;
}

/** Places of one room that nobody sees. */
export interface BlindNotice {
  id: string;
  room: string;
  roomName: string;
  openedAt: string;
  acknowledgedBy?: string | null;
  acknowledgedAt?: string | null;
  places: UnseenPlace[];
}
