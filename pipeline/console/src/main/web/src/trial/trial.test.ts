import { describe, expect, it } from "vitest";
import { nameOf } from "./trial";

describe("the name of a tried camera", () => {
  it.each([
    ["lift.mp4", "lift"],
    ["七号梯 2026.08.mov", "七号梯 2026.08"],
    [".mp4", ".mp4"],
    ["x".repeat(60) + ".mp4", "x".repeat(40)],
  ])("of %s is %s", (file, name) => expect(nameOf(file)).toBe(name));
});
