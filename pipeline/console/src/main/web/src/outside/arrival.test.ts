import { expect, test } from "vitest";
import type { Incident, Transition } from "../api/incident";
import { arrivalOf, wordOf } from "./arrival";

const step = (action: string, by: string | undefined, at = "2026-07-01T08:02:00Z") =>
  ({ id: action + at, kind: "ACTED", state: "ON_SITE", at, cause: "a", action, by }) as Transition;
const incident = (...transitions: Transition[]) => ({ transitions }) as Incident;
const deadline = (met: string | null) => ({ step: "ARRIVE", at: "2026-07-01T08:03:00Z", met, state: "KEPT" });

test.each([
  [step("ARRIVE", "UNIT"), "UNIT"],
  [step("ARRIVE", "ROOM"), "ROOM"],
  [step("ARRIVE", undefined), "ROOM"],
  [step("HANDLE", "UNIT"), "UNIT"],
  [step("ACCEPT", "ROOM"), null],
  [{ ...step("ARRIVE", "UNIT"), kind: "OVERDUE" }, null],
])("%o stands on the word of %s", (change, word) => expect(wordOf(change)).toBe(word));

test("the clock's arrival stands on the word of who met it, not of who came second", () => {
  const two = incident(step("ARRIVE", "ROOM", "2026-07-01T08:02:30Z"), step("ARRIVE", "UNIT"));
  expect(arrivalOf(two, deadline("2026-07-01T08:02:00.000Z"))).toBe("UNIT");
  expect(arrivalOf(two, deadline("2026-07-01T08:02:30Z"))).toBe("ROOM");
  expect(arrivalOf(two, deadline(null))).toBeNull();
  expect(arrivalOf(two, deadline("2026-07-01T08:00:00Z"))).toBeNull();
});
