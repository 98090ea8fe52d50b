import { expect, test } from "vitest";
import { PhoneClock } from "./clock";

const START = Date.UTC(2026, 6, 1, 8, 0, 0);

test("before any answer the phone's own time is used", () => {
  expect(new PhoneClock().at(START)).toBe(START);
});

test("the answer with the shortest way is believed", () => {
  const clock = new PhoneClock();
  clock.heard(START + 90_000 + 3_900, START, START + 4_000);
  clock.heard(START + 10_000 + 90_050, START + 10_000, START + 10_100);
  clock.heard(START + 20_000 + 90_900, START + 20_000, START + 21_000);
  expect(clock.at(START) - START).toBe(90_000);
});

test("a phone whose clock was set is followed, however long the way was", () => {
  const clock = new PhoneClock();
  clock.heard(START + 20, START, START + 40);
  clock.heard(START + 10_000, START + 3_600_000, START + 3_601_000);
  expect(clock.at(START + 3_600_500)).toBe(START + 10_000);
});

test("an answer that says no time teaches nothing", () => {
  const clock = new PhoneClock();
  clock.heard(Number.NaN, START, START + 20);
  expect(clock.at(START)).toBe(START);
});
