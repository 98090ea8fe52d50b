import { describe, expect, it } from "vitest";
import { sketch } from "./search";

describe("a sketch of a way", () => {
  const west = { longitude: 120.2, latitude: 30.25 };
  const east = { longitude: 120.21, latitude: 30.25 };
  const north = { longitude: 120.2, latitude: 30.255 };

  it("has north above and east on the right", () => {
    const spot = sketch([west, east, north]);
    expect(spot(north).y).toBeLessThan(spot(west).y);
    expect(spot(east).x).toBeGreaterThan(spot(west).x);
  });

  it("keeps proportions: a degree east is narrower than one north", () => {
    const spot = sketch([west, east, north]);
    const wide = spot(east).x - spot(west).x;
    const high = spot(west).y - spot(north).y;
    expect(wide / high).toBeCloseTo(2 * Math.cos((30.2525 * Math.PI) / 180), 2);
  });

  it("puts one place alone into the middle", () => {
    expect(sketch([west])(west)).toEqual({ x: 500, y: 250 });
  });
});
