import type { Role } from "../api/people";

export type Page = "room" | "search" | "cameras" | "areas" | "lifts" | "audit" | "users" | "deliveries" | "trucks" | "try";

/** Which pages a role is shown; the server refuses the rest whatever this says. */
const PAGES: Record<Role, readonly Page[]> = {
  OPERATOR: ["room", "search", "cameras", "lifts", "trucks"],
  ENGINEER: ["room", "cameras", "lifts"],
  AUDITOR: ["audit", "room", "trucks"],
  ADMINISTRATOR: ["room", "search", "cameras", "lifts", "areas", "trucks", "users", "deliveries"],
};

export const pagesOf = (role: Role): readonly Page[] => PAGES[role] ?? [];
export const mayAct = (role: Role): boolean => role === "OPERATOR" || role === "ADMINISTRATOR";
export const mayEditCameras = (role: Role): boolean => role === "ENGINEER" || role === "ADMINISTRATOR";
/** An auditor sees what was recorded, not what goes on. */
export const mayWatchLive = (role: Role): boolean => role !== "AUDITOR";
