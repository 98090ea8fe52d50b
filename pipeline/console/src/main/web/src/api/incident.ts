/** Incidents, and what is done with them. Times are ISO 8601 in UTC; codes may be newer than this page. */

export type IncidentState =
  | "REPORTED"
  | "ACCEPTED"
  | "DISPATCHED"
  | "ON_SITE"
  | "HANDLED"
  | "VERIFIED"
  | "SUSPENDED"
  | "CLOSED"
  | "REJECTED"
  | "JOINED"
  | "UNKNOWN";

export type ActionKind =
  | "ACCEPT"
  | "REJECT"
  | "DISPATCH"
  | "ARRIVE"
  | "CLOSE"
  | "HANDLE"
  | "VERIFY"
  | "SUSPEND"
  | "RESUME"
  | "FOLLOW_UP"
  | "SPLIT"
  | "JOIN";

/** Shares of the picture's size, 0 to 1. */
export interface LabelledBox {
  label: string;
  score: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Alert {
  id: string;
  phase: string;
  kind: string;
  subject: string;
  camera: string;
  at: string;
  onset: string;
  score: number;
  boxes: LabelledBox[];
  /** Of what a person reported: the rule "person/1", and what was written. */
  rule?: string;
  note?: string;
}

export interface Transition {
  id: string;
  kind: string;
  state: IncidentState;
  at: string;
  cause: string;
  user?: string;
  userName?: string;
  unit?: string;
  action?: ActionKind;
  /** On whose word. */
  by?: string;
  parts?: string[];
  room?: string;
  roomName?: string;
}

/** A place of an incident that has several. */
export interface Part {
  id: string;
  camera: string;
  cameras: string[];
  state: IncidentState;
  unit?: string;
  openedAt: string;
  /** Alerts that are not released yet. */
  present: number;
}

export interface Informed {
  room: string;
  roomName?: string;
  as: string;
}

export interface Deadline {
  step: string;
  at: string;
  met?: string | null;
  state: string;
  /** Of which place it is; left out where it is of the whole. */
  part?: string;
}

export interface Incident {
  id: string;
  kind: string;
  area: string | null;
  areaName?: string | null;
  room: string;
  roomName?: string | null;
  camera: string;
  cameraName?: string | null;
  state: IncidentState;
  openedAt: string;
  updatedAt: string;
  version: number;
  alertCount: number;
  alerts: Alert[];
  transitions: Transition[];
  unit?: string | null;
  deadlines?: Deadline[];
  road?: string;
  /** What people call it; left out where the registry does not have it. */
  roadName?: string | null;
  parts?: Part[];
  informed?: Informed[];
  joinedInto?: string;
  /** What people call the cameras of its parts, by id. */
  cameraNames?: Record<string, string>;
}

export interface ActionRequest {
  kind: ActionKind;
  seenVersion: number;
  unit?: string;
  verdict?: string;
  actionNeeded?: boolean;
  note?: string;
  parts?: string[];
  until?: string;
  other?: string;
}

export interface Unit {
  id: string;
  name: string;
  area?: string;
  phone?: string;
}

export interface Verdict {
  code: string;
  zh: string;
  en: string;
}

export interface ClipManifest {
  alert: string;
  camera: string;
  codec: string;
  startAt: string;
  onsetAt: string;
  parts: { key: string; seconds: number; bytes: number; sha256: string }[];
  state: "open" | "sealed" | "cut" | "off";
}
