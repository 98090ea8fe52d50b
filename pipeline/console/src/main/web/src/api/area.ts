/** Areas, and what the rooms hold by. Times are ISO 8601 in UTC; codes may be newer than this page. */

export interface Area {
  id: string;
  name: string;
  level: string;
  parent?: string;
  room?: string;
  roomName?: string;
}

/** What taking a file of areas would do, or did. */
export interface AreaReport {
  areas: number;
  added: string[];
  changed: string[];
  removed: string[];
  overlaps: { one: string; other: string; share: number }[];
  gaps: { area: string; share: number }[];
  camerasOutside: string[];
  /** Another coordinate system that fits the cameras better. */
  suspicion?: { other: string; asGiven: number; asOther: number } | null;
  unitsLost: string[];
  usersLost: string[];
}

/** What the rooms hold by; each entry has more than the page shows. */
export interface RegistryHeld {
  roads: object[];
  clocks: object[];
  calendars: object[];
  duties: object[];
  secondOwners: object[];
}

export interface RegistryReport {
  added: string[];
  changed: string[];
  removed: string[];
  /** Lines by what is likely wrong. */
  findings: Record<string, string[]>;
}
