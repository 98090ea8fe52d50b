import { describe, expect, it } from "vitest";
import type { FootageMinute } from "../api/footage";
import { addressOf, rowsOf } from "./footage";

const minute = (from: string, to: string, codec = "avc1.42c01e"): FootageMinute => ({
  segment: `2026-05-01T${from.replaceAll(":", "")}000-w-1`,
  from: `2026-05-01T${from}Z`,
  to: `2026-05-01T${to}Z`,
  bytes: 100,
  codec,
  state: "WHOLE",
});

describe("a day of footage", () => {
  it("shows minutes that follow each other as one span, and what is missing between spans", () => {
    const rows = rowsOf({
      minutes: [minute("04:00:00", "04:01:00"), minute("04:01:00", "04:02:00"), minute("04:05:00", "04:06:00")],
      gaps: [{ from: "2026-05-01T04:02:00Z", to: "2026-05-01T04:05:00Z", bytes: 7, why: "SPOOL_FULL" }],
    });
    expect(rows.map(({ minutes, bytes, why }) => [minutes.length, bytes, why])).toEqual([
      [2, 200, undefined],
      [0, 7, "SPOOL_FULL"],
      [1, 100, undefined],
    ]);
  });

  it("asks for H.264 where a browser does not play what was recorded", () => {
    expect(addressOf("cam 1", minute("04:00:00", "04:01:00"), "案 7")).toBe(
      `/api/cameras/cam%201/footage/2026-05-01T040000000-w-1.mp4?reason=${encodeURIComponent("案 7")}`,
    );
    expect(addressOf("cam-1", minute("04:00:00", "04:01:00", "hev1.1.6.L93.B0"), "x")).toContain("&codec=h264");
  });
});
