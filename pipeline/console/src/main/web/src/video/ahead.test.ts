import { afterEach, beforeEach, expect, test } from "vitest";
import { askAhead, beginning } from "./ahead";

const real = globalThis.fetch;
let asked: string[] = [];

beforeEach(() => {
  asked = [];
  globalThis.fetch = (path) => {
    asked.push(String(path));
    return Promise.resolve(new Response("{}", { headers: { date: new Date(0).toUTCString() } }));
  };
});
afterEach(() => {
  globalThis.fetch = real;
});

test("a clip's manifest, header and first part are asked for at once", () => {
  beginning("/api/clips/a", "why");
  expect(asked.sort()).toEqual([
    "/api/clips/a/0000.m4s?reason=why",
    "/api/clips/a/init.mp4?reason=why",
    "/api/clips/a/manifest?reason=why",
  ]);
});

test("what was asked for ahead is not asked for again", async () => {
  askAhead("/api/clips/a", "why");
  const start = beginning("/api/clips/a", "why");
  expect(asked).toHaveLength(3);
  expect(await start.manifest).toEqual({});
});

test("what was asked for ahead is used once, and by its own clip alone", () => {
  askAhead("/api/clips/a", "why");
  beginning("/api/clips/b", "why");
  beginning("/api/clips/a", "why");
  expect(asked).toHaveLength(9);
});
