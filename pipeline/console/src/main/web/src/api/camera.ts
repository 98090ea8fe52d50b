/** Cameras. Fields that are null are left out. Times are ISO 8601 in UTC; codes may be newer than this page. */

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
