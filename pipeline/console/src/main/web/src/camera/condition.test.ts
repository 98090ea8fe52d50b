import { beforeEach, expect, test } from "vitest";
import { language } from "../text/text";
import { now } from "../time/now";
import { condition, tookOver, troubleOf } from "./condition";

const NOON = Date.parse("2026-03-01T04:00:00Z");
const ago = (seconds: number): string => new Date(NOON - 1000 * seconds).toISOString();

beforeEach(() => {
  language.value = "zh";
  now.value = NOON;
});

test.each([
  ["fresh and looking", { stage: "LOOKING", at: ago(5) }, "looking", null],
  ["given too little to be judged for all", { stage: "LOOKING", at: ago(1), notWatched: ["LOST_CHILD"] }, "stretched", /走失儿童/],
  ["not heard of for 31 s, whatever it said", { stage: "LOOKING", at: ago(31), online: true }, "offline", /^失联，最后一次心跳/],
  ["never heard of", {}, "offline", /^尚无状态上报/],
  ["stopped at the password", { stage: "AUTHENTICATE", at: ago(1), blind: "lift-1: 401" }, "offline", /身份验证/],
  ["torn", { stage: "LOOKING", at: ago(1), blind: "its picture cannot be judged: torn, grey or covered" }, "blind", /花屏/],
  ["covered", { stage: "LOOKING", at: ago(1), blind: "its picture cannot be judged: covered" }, "blind", /^镜头被遮挡/],
  ["out of focus", { stage: "LOOKING", at: ago(1), blind: "its picture cannot be judged: out of focus" }, "blind", /失焦/],
  ["for a reason of its own", { stage: "LOOKING", at: ago(1), blind: "fog" }, "blind", /^fog$/],
])("a camera that is %s", (_, state, stands, says) => {
  expect(condition(state)).toBe(stands);
  const trouble = troubleOf(state);
  if (says === null) {
    expect(trouble).toBeNull();
  } else {
    expect(trouble).toMatch(says);
  }
});

test.each([
  ["the worker began anew", { at: ago(1) }, true],
  ["it has looked since", { at: ago(1), lastLook: ago(1) }, true],
  ["a late word of the one before", { at: ago(1), lastLook: ago(3) }, false],
  ["nothing was said since", { at: ago(3), lastLook: ago(3) }, false],
  ["nothing was ever said", {}, false],
])("saved two seconds ago: %s", (_, state, taken) => {
  expect(tookOver(state, NOON - 2000)).toBe(taken);
});
