import { get, post, Refused } from "../api/client";
import { t } from "../text/text";

export const COLOURS = ["BLACK", "GREY", "WHITE", "RED", "ORANGE", "YELLOW", "GREEN", "BLUE", "PURPLE", "PINK", "BROWN"] as const;
export const HEIGHTS = ["UNDER_100", "TO_120", "TO_140", "OVER_140", "UNKNOWN"] as const;
export const VEHICLES = ["NONE", "BALANCE_BIKE", "SCOOTER", "BICYCLE", "PRAM", "UNKNOWN"] as const;
export const COMPANIONS = [0, 1, 2, -1] as const;
export const STARTS = ["FOUND", "LAST_SEEN"] as const;
export const HOURS = [2, 8, 24, 72] as const;

export type Colour = (typeof COLOURS)[number];
export type Start = (typeof STARTS)[number];

export interface Place {
  longitude: number;
  latitude: number;
}

export interface Shade {
  colour: Colour;
  share: number;
}

/** Somebody who has passed a camera, and what speaks for it. */
export interface Passing {
  sighting: string;
  camera: string;
  name: string;
  place: Place | null;
  firstSeen: string;
  lastSeen: string;
  size: string;
  underWay: string;
  above: Shade[];
  below: Shade[];
  companions: number;
  likeness: number;
  walk: number;
  score: number;
  seconds?: number;
  metres?: number;
  between?: number;
}

export interface Footage {
  camera: string;
  name: string;
  place: Place | null;
  online: boolean;
  blind?: string | null;
  state: string;
  seconds?: number;
  missing?: number;
  why?: string | null;
}

export interface Head {
  id: string;
  caseNumber: string;
  start: Start;
  place: Place;
  at: string;
  until: string;
  looks: { above: Colour[]; below: Colour[]; height: string; vehicle: string; companions: number };
  hops: { camera: string; sighting: string; firstSeen: string; lastSeen: string }[];
}

export interface Search extends Head {
  cameras: { id: string; name: string; place: Place | null }[];
  backward: { candidates: Passing[]; elsewhere: number };
  forward: { candidates: Passing[]; elsewhere: number };
  live: Passing[];
  footage: Footage[];
}

export interface Draft {
  backward: Passing[];
  forward: Passing[];
}

const at = (id: string): string => `/api/searches/${encodeURIComponent(id)}`;

export const searches = (): Promise<Head[]> => get("/api/searches");
export const search = (id: string): Promise<Search> => get(at(id));
export const draft = (id: string): Promise<Draft> => get(`${at(id)}/draft`);
export const open = (form: object): Promise<Search> => post("/api/searches", form);
export const accept = (id: string, sighting: string): Promise<Search> => post(`${at(id)}/accept`, { sighting });
export const reject = (id: string, sighting: string): Promise<Search> => post(`${at(id)}/reject`, { sighting });
export const end = (id: string, reason: string): Promise<unknown> => post(`${at(id)}/end`, { reason });
export const pictureOf = (id: string, sighting: string): string => `${at(id)}/pictures/${encodeURIComponent(sighting)}.jpg`;

const STATES = ["NOT_YET", "NOT_RECORDED", "BLIND"] as const;
type Unpictured = (typeof STATES)[number] | "AWAY";

/** Why there is no picture of a passing: what the server said of its footage. */
export async function unpictured(id: string, sighting: string): Promise<Unpictured> {
  try {
    await get(pictureOf(id, sighting));
  } catch (why) {
    const field = why instanceof Refused ? (why.body as { field?: unknown } | null)?.field : null;
    return STATES.find((state) => field === `picture.${state}`) ?? "AWAY";
  }
  return "AWAY";
}

const WHYS = {
  "nothing is kept of this time": "search.why.nothing",
  "its pictures show nothing: dark, covered or torn": "search.why.blind",
  "it is fetched from the street's recorder": "search.why.fetched",
  "it is recorded, and not stored yet": "search.why.recorded",
  "looking at it failed by a fault of our own": "search.why.fault",
  "too many spans wait to be fetched; allowed: later": "search.why.full",
} as const;

/** What the worker said of a camera's footage, in the page's language; a line that the page does not know is of the log. */
export function whyOf(line: string): string {
  return line in WHYS ? t(WHYS[line as keyof typeof WHYS]) : t("search.why.other");
}

/** A point of the sketch, in its own units: 1,000 wide, north up. */
export interface Spot {
  x: number;
  y: number;
}

/** Where places lie on a sketch; east and north keep their proportion. */
export function sketch(places: readonly Place[]): (place: Place) => Spot {
  const east = places.map(({ longitude }) => longitude);
  const north = places.map(({ latitude }) => latitude);
  const middle = { x: (Math.min(...east) + Math.max(...east)) / 2, y: (Math.min(...north) + Math.max(...north)) / 2 };
  const narrow = Math.cos((middle.y * Math.PI) / 180);
  const wide = (Math.max(...east) - Math.min(...east)) * narrow;
  const high = Math.max(...north) - Math.min(...north);
  const scale = Math.min(860 / Math.max(wide, 1e-5), 400 / Math.max(high, 1e-5));
  return ({ longitude, latitude }) => ({
    x: 500 + (longitude - middle.x) * narrow * scale,
    y: 250 - (latitude - middle.y) * scale,
  });
}
