import { expect, test } from "vitest";
import { isId, placeOf, placeText } from "./fields";

test.each(["120.21,30.28", " 120.21, 30.28 ", "120.21，30.28", "120.21 30.28"])("%j is a place", (text) => {
  expect(placeOf(text)).toEqual({ longitude: 120.21, latitude: 30.28 });
});

test("nothing written is no place, and not a wrong one", () => expect(placeOf("  ")).toBeNull());

test.each(["30.28", "120.21,30.28,5", "east,north", "30.28,120.21", "200,10"])("%j is refused", (text) => {
  expect(() => placeOf(text)).toThrow("经度");
});

test("a place is written as it is read", () => {
  expect(placeText({ longitude: 120.21, latitude: 30.28 })).toBe("120.21,30.28");
});

test.each([
  ["cam-017", true],
  ["33010200001320000001", true],
  ["", false],
  ["东门", false],
  ["a b", false],
  ["x".repeat(65), false],
])("%j as an id: %s", (text, allowed) => expect(isId(text)).toBe(allowed));
