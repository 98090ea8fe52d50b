import { expect, test } from "vitest";
import { Seat } from "./seat";

function seated() {
  let now = 0;
  const seat = new Seat(() => now);
  return { seat, wait: (seconds: number) => (now += seconds * 1000) };
}

test("a screen that nobody has touched yet is free", () => {
  expect(seated().seat.isFree(false)).toBe(true);
});

test("what somebody touched is kept for half a minute, and what has ended for a moment", () => {
  const { seat, wait } = seated();
  seat.touched();
  expect(seat.isFree(true)).toBe(false);
  wait(3);
  expect(seat.isFree(true)).toBe(true);
  expect(seat.isFree(false)).toBe(false);
  wait(27);
  expect(seat.isFree(false)).toBe(true);
});

test("a form that is open is never taken away, however long nobody touches it", () => {
  const { seat, wait } = seated();
  const release = seat.hold();
  wait(3600);
  expect(seat.isFree(true)).toBe(false);
  release();
  release();
  expect(seat.isFree(true)).toBe(true);
});

test("two things that hold it both have to let go", () => {
  const { seat } = seated();
  const first = seat.hold();
  const second = seat.hold();
  first();
  expect(seat.isFree(true)).toBe(false);
  second();
  expect(seat.isFree(true)).toBe(true);
});
