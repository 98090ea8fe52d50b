import { expect, test } from "vitest";
import { ServerClock } from "./serverclock";

const date = (ms: number) => new Date(Math.floor(ms / 1000) * 1000).toUTCString();
const START = Date.UTC(2026, 2, 1, 8, 0, 0);

test("before any answer the computer's own time is used", () => {
  expect(new ServerClock().at(START)).toBe(START);
});

test("one answer is right to half a second and half the way", () => {
  const clock = new ServerClock();
  clock.heard(date(START + 90_000), START, START + 40);
  expect(Math.abs(clock.offset - 90_000)).toBeLessThanOrEqual(520);
});

test("answers at different parts of the second narrow it to a few tens of milliseconds", () => {
  const clock = new ServerClock();
  const offset = -3_600_123;
  for (let n = 0; n < 200; n++) {
    const sent = START + n * 1_037;
    clock.heard(date(sent + 10 + offset), sent, sent + 20);
  }
  expect(Math.abs(clock.offset - offset)).toBeLessThan(40);
});

test("a clock that was set is followed at once", () => {
  const clock = new ServerClock();
  clock.heard(date(START), START, START + 20);
  clock.heard(date(START + 7_200_000), START + 1_000, START + 1_020);
  expect(Math.abs(clock.offset - 7_199_000)).toBeLessThanOrEqual(1_020);
});

test.each([null, "", "soon"])("the date %j teaches nothing", (said) => {
  const clock = new ServerClock();
  clock.heard(said, START, START + 20);
  expect(clock.offset).toBe(0);
});
