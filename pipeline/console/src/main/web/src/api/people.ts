/** Accounts, and the record of who looked. Times are ISO 8601 in UTC; codes may be newer than this page. */

export type Role = "OPERATOR" | "ENGINEER" | "AUDITOR" | "ADMINISTRATOR";

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
