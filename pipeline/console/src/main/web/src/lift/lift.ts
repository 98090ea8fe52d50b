/** A lift as the server tells it; `stage` is null where nobody has spoken of it lately. */
export interface Lift {
  id: string;
  name: string;
  camera: string;
  areaName: string | null;
  driven: boolean;
  stage: string | null;
  since: string | null;
  why: string | null;
  heard: string | null;
  stops: number;
  stayed: number;
  repeated: number;
  forced: number;
  failed: number;
  release: { userName: string; reason: string; until: string } | null;
}

const FIRST = ["FAILING", "FORCED", "FENCED"];
const THEN = ["HELD", "ASKED", "GIVEN_UP", "RELEASED"];

/** What somebody has to look at comes first: 0, then doors that are held: 1, then all others: 2. */
export function pressing(lift: Lift): number {
  const stage = lift.stage ?? "SILENT";
  if (FIRST.includes(stage) || stage === "SILENT") {
    return 0;
  }
  return THEN.includes(stage) ? 1 : 2;
}
