/** The shapes the console's HTTP interface answers with. Times are ISO 8601 in UTC; codes may be newer than this page. */

export type Role = "OPERATOR" | "ENGINEER" | "AUDITOR" | "ADMINISTRATOR";
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

export interface Me {
  user: string;
  name: string;
  fullName?: string | null;
  role: Role;
  areas: string[];
  /** The names of the rooms whose seat this is. */
  seats?: string[];
  mustChangePassword: boolean;
  /** The console is shown to the network without TLS. */
  insecure?: boolean;
}

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

export interface Corner {
  x: number;
  y: number;
}

export interface Zone {
  name: string;
  corners: Corner[];
}

/** Fields that are null are left out. */
export interface CameraState {
  stage?: string;
  at?: string;
  lastLook?: string;
  blind?: string;
  online?: boolean;
  trouble?: string;
  why?: string;
  clockOffsetSeconds?: number;
  clockDriftPpm?: number;
  advice?: string[];
  watched?: string[];
  notWatched?: string[];
  /** From one look to the next, at most; and how many times the interval that it should have. */
  lookSeconds?: number;
  stretch?: number;
  /** Of `notWatched` those that a person has switched off. */
  braked?: { kind: string; brake: string; reason: string }[];
  /** Which model looked last, by which use the next look is, and why a newer use is not in force. */
  judgedBy?: { model?: string; use?: string; trouble?: string };
}

export interface Camera {
  id: string;
  name: string;
  kind: string;
  place?: { longitude: number; latitude: number };
  gbCode?: string;
  mainStream?: string;
  subStream?: string;
  zones: Zone[];
  watched: string[];
  recording?: string;
  recorderStream?: string;
  hasLogin?: boolean;
  area?: string;
  areaName?: string;
  state?: CameraState;
}

/** About a minute of a camera, as it is stored. */
export interface FootageMinute {
  segment: string;
  from: string;
  to: string;
  bytes: number;
  codec: string;
  state: string;
}

export interface FootageGap {
  from: string;
  to: string;
  bytes: number;
  why: string;
}

/** What is kept of a span, and what is missing. */
export interface Footage {
  minutes: FootageMinute[];
  gaps: FootageGap[];
}

/** What is sent to add or change a camera; user and password are never sent back. */
export interface CameraWrite extends Partial<Camera> {
  user?: string;
  password?: string;
}

/** Something in a file of cameras; line 0 is the file as a whole. */
export interface ImportFinding {
  line: number;
  fault: string;
  value: string;
  refuses: boolean;
  text: string;
}

/** Nothing is imported where anything was refused. */
export interface ImportReport {
  form: string;
  coordinates: string;
  lines: number;
  kept: number;
  ready: number;
  imported: number;
  refused: number;
  warned: number;
  findings: ImportFinding[];
}

export interface NearCamera {
  id: string;
  name: string;
  metres: number;
  online?: boolean;
}

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

export interface AuditRow {
  seq: number;
  at: string;
  user: string;
  kind: string;
  object: string;
  reason: string;
  area?: string;
  hash: string;
}

export interface UserRow {
  name: string;
  fullName?: string | null;
  role: Role;
  areas: string[];
  /** Rooms whose seat it is though they need have no area. */
  rooms?: string[];
  mustChangePassword?: boolean;
  enabled: boolean;
}

export interface Storage {
  usedBytes: number;
  freeBytes: number;
  bytesADay?: number;
  daysLeft?: number;
}
