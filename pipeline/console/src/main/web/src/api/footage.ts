/** What is kept of cameras. Times are ISO 8601 in UTC; codes may be newer than this page. */

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

export interface Storage {
  usedBytes: number;
  freeBytes: number;
  bytesADay?: number;
  daysLeft?: number;
}
