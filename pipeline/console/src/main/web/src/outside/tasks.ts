/** A unit's task as the server tells it. */
export interface Task {
  id: string;
  incident: string;
  unit: string;
  unitName: string;
  sentAt: string;
  expiresAt: string;
  openedAt?: string;
  state: string;
  reports: Report[];
}

export interface Report {
  id: string;
  kind: "ACCEPTED" | "ARRIVED" | "PHOTO" | "DONE";
  at: string;
  position?: { longitude: number; latitude: number };
  metres?: number;
}

export const photosOf = (task: Task): Report[] => task.reports.filter(({ kind }) => kind === "PHOTO");
export const stepsOf = (task: Task): Report[] => task.reports.filter(({ kind }) => kind !== "PHOTO");
