/** What the server tells a unit's phone. */

export type ReportKind = "ACCEPTED" | "ARRIVED" | "PHOTO" | "DONE";

export interface Told {
  id: string;
  kind: ReportKind;
  at: string;
}

export interface Deadline {
  step: string;
  at: string;
  met?: string | null;
  state: string;
}

export interface PhoneTask {
  id: string;
  unit: string;
  kind: string;
  subject: string;
  place: string;
  area?: string | null;
  room: string;
  state: string;
  openedAt: string;
  sentAt: string;
  expiresAt: string;
  picture: boolean;
  way?: { longitude: number; latitude: number; amap: string; apple: string; geo: string };
  deadlines: Deadline[];
  reports: Told[];
  now: string;
}

export interface Position {
  longitude: number;
  latitude: number;
  accuracy: number;
}

/** What waits on this phone until the server has it. */
export interface Waiting {
  id: string;
  kind: ReportKind;
  at: string;
  position?: Position;
  /** Of a photo, as a data URL: what local storage can keep. */
  photo?: string;
}

/** The server has refused; asking again changes nothing, unless `again`. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly call: string | null,
  ) {
    super(message);
  }

  /** Too many at once, or a fault there: the same may be taken later. */
  get again(): boolean {
    return this.status === 429 || this.status === 408 || this.status >= 500;
  }
}
