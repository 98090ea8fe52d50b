import { expect, test } from "vitest";
import type { Deadline, Incident, IncidentState, Part } from "../api/incident";
import { byUrgency, countdown, face } from "./countdown";

const OPENED = Date.UTC(2026, 2, 1, 8, 0, 0);
const iso = (seconds: number) => new Date(OPENED + seconds * 1000).toISOString();

function deadline(step: string, seconds: number, met: number | null = null, state = "RUNNING"): Deadline {
  // Null fields are left out on the wire.
  return met === null ? { step, at: iso(seconds), state } : { step, at: iso(seconds), met: iso(met), state };
}

const fresh = () => [deadline("RESPOND", 60), deadline("ARRIVE", 180), deadline("REINFORCE", 300)];

function incident(id: string, deadlines: Deadline[], state: IncidentState = "REPORTED", openedAt = 0): Incident {
  return {
    id,
    kind: "EBIKE_IN_LIFT",
    area: null,
    room: "r",
    camera: "c",
    state,
    openedAt: iso(openedAt),
    updatedAt: iso(90),
    version: 1,
    alertCount: 1,
    alerts: [],
    transitions: [],
    deadlines,
  };
}

test.each([
  [0, 60, "calm"],
  [29, 31, "calm"],
  [30, 30, "soon"],
  [44, 16, "soon"],
  [45, 15, "now"],
  [60, 0, "now"],
  [60.25, -0.25, "over"],
  [3700, -3640, "over"],
])("%s s after it was opened the answer is due in %s s: %s", (after, seconds, urgency) => {
  expect(countdown(incident("a", fresh()), OPENED + after * 1000)).toMatchObject({ step: "RESPOND", seconds, urgency });
});

test.each([
  ["met", [deadline("RESPOND", 60, 20, "KEPT"), deadline("ARRIVE", 180)], "ARRIVE"],
  ["met too late", [deadline("RESPOND", 60, 75, "OVERDUE"), deadline("ARRIVE", 180)], "ARRIVE"],
  ["overdue and still to be done", [deadline("RESPOND", 60, null, "OVERDUE"), deadline("ARRIVE", 180)], "RESPOND"],
  ["no longer needed", [deadline("RESPOND", 60, null, "NOT_NEEDED"), deadline("ARRIVE", 180)], "ARRIVE"],
  ["of a newer release", [deadline("RESPOND", 60, 20, "KEPT"), deadline("FOLLOW_UP", 90)], "FOLLOW_UP"],
  ["out of order", [deadline("ARRIVE", 180), deadline("RESPOND", 60)], "RESPOND"],
])("where a step is %s, the next is the one that is due", (_what, deadlines, step) => {
  expect(countdown(incident("a", deadlines), OPENED + 70_000).step).toBe(step);
});

test("with every step done it counts since opening, and is not urgent", () => {
  const done = [deadline("RESPOND", 60, 20, "KEPT")];
  expect(countdown(incident("a", done, "ON_SITE"), OPENED + 400_000)).toMatchObject({
    step: null,
    seconds: 400,
    urgency: "calm",
  });
});

test("a closed one stands still, whatever its deadlines say", () => {
  expect(countdown(incident("a", fresh(), "CLOSED"), OPENED + 9_000_000)).toMatchObject({
    step: null,
    seconds: 90,
    urgency: "ended",
  });
});

test("an incident of a writer that knows no clock counts since opening", () => {
  const old = incident("a", []);
  delete old.deadlines;
  expect(countdown(old, OPENED + 5_000)).toMatchObject({ step: null, seconds: 5 });
});

test("what ran out while the system was down is marked", () => {
  const down = incident("a", [deadline("RESPOND", 60, null, "OVERDUE_WHILE_DOWN")]);
  expect(countdown(down, OPENED + 90_000).whileDown).toBe(true);
});

test.each([
  [60, "1:00"],
  [59.2, "1:00"],
  [0.1, "0:01"],
  [0, "0:00"],
  [-0.9, "0:00"],
  [-7.5, "0:07"],
  [-3725, "1:02:05"],
])("%s seconds stand on the clock as %s", (seconds, shown) => expect(face(seconds)).toBe(shown));

test("the most overdue stands first, the ended last and newest first", () => {
  const list = [
    incident("closed-old", fresh(), "CLOSED", 0),
    incident("arriving", [deadline("ARRIVE", 180)], "DISPATCHED"),
    incident("closed-new", fresh(), "REJECTED", 30),
    incident("done", [deadline("RESPOND", 60, 1, "KEPT")], "ON_SITE"),
    incident("waiting", fresh()),
  ];
  const order = list.sort((a, b) => byUrgency(a, b, OPENED + 100_000)).map(({ id }) => id);
  expect(order).toEqual(["waiting", "arriving", "done", "closed-new", "closed-old"]);
});

test("of several places the one that waits shows, in the time that it has, and what was missed where all is over does not", () => {
  const part = (id: string, state: IncidentState, openedAt: number): Part => ({
    id,
    camera: id,
    cameras: [id],
    state,
    openedAt: iso(openedAt),
    present: 1,
  });
  const road = incident("a", [
    { ...deadline("ARRIVE", 180, null, "OVERDUE"), part: "p1" },
    { ...deadline("RESPOND", 660), part: "p2" },
    { ...deadline("ARRIVE", 780), part: "p2" },
  ]);
  road.parts = [part("p1", "CLOSED", 0), part("p2", "REPORTED", 600)];

  const clock = countdown(road, OPENED + 610_000);

  expect(clock).toMatchObject({ step: "RESPOND", seconds: 50, urgency: "calm" });
  expect(clock.part?.id).toBe("p2");
});
