import { expect, test } from "vitest";
import type { Incident, IncidentState, Part, Transition } from "../api/incident";
import { Board, bySomebodyElse } from "./board";
import { expected, isDue, offered } from "./moves";

const transition = (id: string, kind = "OPENED", cause = "alert"): Transition => ({
  id,
  kind,
  state: "REPORTED",
  at: "2026-03-01T08:00:00Z",
  cause,
});

function incident(version: number, transitions: Transition[] = [], alertCount = 1): Incident {
  return {
    id: "cam-1~EBIKE_IN_LIFT~1~a",
    kind: "EBIKE_IN_LIFT",
    area: null,
    room: "r",
    camera: "cam-1",
    state: "REPORTED",
    openedAt: "2026-03-01T08:00:00Z",
    updatedAt: "2026-03-01T08:00:00Z",
    version,
    alertCount,
    alerts: [],
    transitions,
  };
}

test("an incident told twice, or late, changes nothing", () => {
  const board = new Board();
  expect(board.take(incident(2))).toMatchObject({ fresh: true });
  expect(board.take(incident(2))).toBeNull();
  expect(board.take(incident(1))).toBeNull();
  expect(board.all()).toEqual([incident(2)]);
});

test("more alerts in the same version are news", () => {
  const board = new Board();
  board.take(incident(2));
  expect(board.take(incident(2, [], 5))).toMatchObject({ fresh: false, made: [] });
});

test("only what was not known before counts as made", () => {
  const board = new Board();
  const opened = transition("t1");
  const acted = transition("t2", "ACTED", "action-9");
  expect(board.take(incident(1, [opened]))?.made).toEqual([opened]);
  expect(board.take(incident(2, [opened, acted]))?.made).toEqual([acted]);
});

test("another seat's step is told, one's own is not, nor what an incident brings with it", () => {
  const board = new Board();
  const opened = transition("t1");
  const acted = transition("t2", "ACTED", "action-9");
  board.take(incident(1, [opened]));
  const change = board.take(incident(2, [opened, acted]))!;
  expect(bySomebodyElse(change, new Set())).toEqual(acted);
  expect(bySomebodyElse(change, new Set(["action-9"]))).toBeUndefined();
  expect(bySomebodyElse(new Board().take(incident(2, [opened, acted]))!, new Set())).toBeUndefined();
});

test.each(["REPORTED", "ACCEPTED", "DISPATCHED", "ON_SITE", "HANDLED", "VERIFIED", "SUSPENDED"] as const)("what is expected from %s is offered", (state) => {
  expect(offered({ ...incident(1), state })).toContain(expected({ ...incident(1), state }));
});

test("what is closed is followed up where its clock asks for it", () => {
  const closed: Incident = { ...incident(1), state: "CLOSED" };
  expect(isDue(closed, "FOLLOW_UP")).toBe(false);
  expect(expected(closed)).toBeNull();
  const asked = { ...closed, deadlines: [{ step: "FOLLOW_UP", at: "2026-03-02T08:00:00Z", state: "RUNNING" }] };
  expect(expected(asked)).toBe("FOLLOW_UP");
});

test("of several places that is offered which all of them allow", () => {
  const part = (state: IncidentState): Part => ({ id: state, camera: "c", cameras: ["c"], state, openedAt: "", present: 1 });
  expect(offered(incident(1), [part("REPORTED"), part("REPORTED")])).toEqual(["ACCEPT", "REJECT"]);
  expect(offered(incident(1), [part("REPORTED"), part("DISPATCHED")])).toEqual(["REJECT"]);
});

test.each(["REJECTED", "JOINED", "UNKNOWN"] as const)("nothing is offered from %s", (state) => {
  expect(offered({ ...incident(1), state })).toEqual([]);
  expect(expected({ ...incident(1), state })).toBeNull();
});
