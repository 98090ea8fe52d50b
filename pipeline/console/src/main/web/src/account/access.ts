import type { Role } from "../api/types";

export type Page = "room" | "search" | "cameras" | "areas" | "audit" | "users" | "deliveries" | "try";

/** Which pages a role is shown; the server refuses the rest whatever this says. */
const PAGES: Record<Role, readonly Page[]> = {
  OPERATOR: ["room", "search", "cameras"],
  ENGINEER: ["room", "cameras"],
  AUDITOR: ["audit", "room"],
  ADMINISTRATOR: ["room", "search", "cameras", "areas", "users", "deliveries"],
};

export const pagesOf = (role: Role): readonly Page[] => PAGES[role] ?? [];
export const mayAct = (role: Role): boolean => role === "OPERATOR" || role === "ADMINISTRATOR";
export const mayEditCameras = (role: Role): boolean => role === "ENGINEER" || role === "ADMINISTRATOR";
/** An auditor sees what was recorded, not what goes on. */
export const mayWatchLive = (role: Role): boolean => role !== "AUDITOR";
