/** What a seat hears and sees of many incidents at once. Times are ISO 8601 in UTC; what is null is left out. */

export interface Notice {
  id: string;
  room: string;
  at: string;
  kind: string;
  event: string;
  cause: string;
  incident?: string;
  situation?: string;
  place?: string;
  sound: boolean;
  mute?: string;
  until?: string;
}

/** A line of a situation's list: a flood's incident, or one place's card. */
export interface SituationPlace {
  place: string;
  placeName?: string;
  incident: string;
  area?: string;
  areaName?: string;
  incidents: number;
  parts: number;
  cameras: string[];
  since: string;
  state: string;
  released: boolean;
  overdue: boolean;
  shelvedUntil?: string;
  mute?: string;
}

export interface Situation {
  id: string;
  room: string;
  roomName?: string;
  event: string;
  kind: string;
  since: string;
  until?: string;
  version: number;
  announced: number;
  listed: number;
  miscalibrated: boolean;
  cameras: string[];
  cameraNames: string[];
  places: SituationPlace[];
  leftOut: number;
}

export interface Shelf {
  incident: string;
  room: string;
  user: string;
  userName?: string;
  reason: string;
  at: string;
  until: string;
}

export interface Muted {
  incident: string;
  mute: string;
}

export interface Mute {
  id: string;
  event: string;
  cameras: string[];
  reason: string;
  user: string;
  userName?: string;
  from: string;
  until: string;
}

export interface SeatNews {
  situations: Situation[];
  aside: Shelf[];
  muted: Muted[];
}
