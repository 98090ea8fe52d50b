import { expect, test } from "vitest";
import type { Corner } from "../api/camera";
import { area, freeName, inPicture, isSound, middle, rectangle, wholePicture, withCorner, withCornerNear, withoutCorner } from "./zones";

const corner = (x: number, y: number): Corner => ({ x, y });
const square = () => rectangle(corner(0.2, 0.2), corner(0.8, 0.8));

test.each([
  [corner(0.1, 0.2), corner(0.5, 0.6)],
  [corner(0.5, 0.6), corner(0.1, 0.2)],
  [corner(0.5, 0.2), corner(0.1, 0.6)],
])("a rectangle dragged from %j to %j runs clockwise from its upper left", (from, to) => {
  expect(rectangle(from, to)).toEqual([corner(0.1, 0.2), corner(0.5, 0.2), corner(0.5, 0.6), corner(0.1, 0.6)]);
});

test("what is dragged beyond the picture ends at its edge", () => {
  expect(inPicture(corner(-0.2, 1.7))).toEqual(corner(0, 1));
  expect(rectangle(corner(-1, -1), corner(2, 2))).toEqual(wholePicture());
  expect(withCorner(square(), 2, corner(3, 0.123456))[2]).toEqual(corner(1, 0.1235));
});

test("moving a corner leaves the others, and the old zone, alone", () => {
  const before = square();
  const moved = withCorner(before, 0, corner(0.1, 0.1));
  expect(moved.slice(1)).toEqual(before.slice(1));
  expect(before[0]).toEqual(corner(0.2, 0.2));
});

test("a corner can go until three are left", () => {
  const three = withoutCorner(square(), 1);
  expect(three).toHaveLength(3);
  expect(withoutCorner(three, 0)).toEqual(three);
});

test.each([
  ["upper", corner(0.5, 0.21), 1],
  ["right", corner(0.79, 0.5), 2],
  ["lower", corner(0.5, 0.79), 3],
  ["left, the one that closes it", corner(0.21, 0.5), 4],
])("a new corner goes into the %s edge", (_edge, point, index) => {
  const more = withCornerNear(square(), point, 16 / 9);
  expect(more).toHaveLength(5);
  expect(more[index]).toEqual(point);
});

test("nearest is measured on the picture as it is seen, not on its shares", () => {
  // 0.1 of the width is more pixels than 0.12 of the height in a wide picture.
  expect(withCornerNear(square(), corner(0.3, 0.32), 16 / 9)[1]).toEqual(corner(0.3, 0.32));
  expect(withCornerNear(square(), corner(0.3, 0.32), 9 / 16)[4]).toEqual(corner(0.3, 0.32));
});

test.each([
  ["a square", square(), true],
  ["a triangle", [corner(0, 0), corner(1, 0), corner(0, 1)], true],
  ["two corners", [corner(0, 0), corner(1, 0)], false],
  ["a click", rectangle(corner(0.5, 0.5), corner(0.5, 0.5)), false],
  ["a line", [corner(0, 0), corner(0.5, 0.5), corner(1, 1)], false],
  ["a bow tie", [corner(0.1, 0.1), corner(0.9, 0.8), corner(0.9, 0.1), corner(0.1, 0.9)], false],
  ["a U", [corner(0, 0), corner(0.3, 0), corner(0.3, 0.7), corner(0.7, 0.7), corner(0.7, 0), corner(1, 0), corner(1, 1), corner(0, 1)], true],
])("%s as a zone: %s %s", (_what, corners, sound) => expect(isSound(corners)).toBe(sound));

test("area and middle do not depend on which way round the corners run", () => {
  expect(area(square())).toBeCloseTo(0.36);
  expect(area(square().reverse())).toBeCloseTo(0.36);
  expect(middle(square())).toEqual({ x: 0.5, y: 0.5 });
});

test("a second zone of the same use gets a number", () => {
  const zones = ["door", "cabin", "door-2"].map((name) => ({ name, corners: square() }));
  expect(freeName("road", zones)).toBe("road");
  expect(freeName("door", zones)).toBe("door-3");
});
