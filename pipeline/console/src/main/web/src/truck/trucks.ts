/** What the server says of trucks. */
export interface SeenTruck {
  camera: string;
  at: string;
  share: number;
  site?: string;
}

export interface TruckVerdict {
  id: string;
  plate: string;
  judgement: "VIOLATION" | "CLEAN" | "UNKNOWN";
  reason: string;
  camera?: string;
  at: string;
  permit?: string;
  site?: string;
  instead?: string;
  sightings: SeenTruck[];
  withdrawn?: string;
  judgedAt: string;
}

export interface TruckBoard {
  cases: TruckVerdict[];
  unknown: TruckVerdict[];
  counts: Partial<Record<TruckVerdict["judgement"], number>>;
  permits: number;
}

export interface WorkSite {
  id: string;
  name: string;
  kind: string;
  paper?: string;
  colour: string;
  inspected?: string;
  due?: string;
  overdue: boolean;
  inForce: boolean;
}

export interface PaperReport {
  form: string;
  lines: number;
  added: number;
  changed: number;
  same: number;
  refused: number;
  taken: boolean;
  findings: { line: number; refuses: boolean; text: string }[];
}
