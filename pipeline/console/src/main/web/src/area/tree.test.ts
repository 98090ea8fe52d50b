import { expect, test } from "vitest";
import type { Area, AreaReport } from "../api/area";
import { language } from "../text/text";
import { concerns, inOrder } from "./tree";

const area = (id: string, name: string, parent?: string): Area => ({ id, name, level: "GRID", ...(parent ? { parent } : {}) });

test("areas stand under their parents, and those whose parent is out of sight at the top", () => {
  const areas = [area("g2", "二网格", "c"), area("s", "街道", "far-away"), area("g1", "一网格", "c"), area("c", "社区", "s")];
  expect(inOrder(areas).map(({ area: { id }, depth }) => `${depth} ${id}`)).toEqual(["0 s", "1 c", "2 g2", "2 g1"]);
});

test("parents in a circle hold nobody up", () => {
  expect(inOrder([area("a", "甲", "b"), area("b", "乙", "a"), area("c", "丙")]).map((one) => one.area.id)).toEqual(["c"]);
});

const CALM: AreaReport = {
  areas: 3,
  added: [],
  changed: [],
  removed: [],
  overlaps: [],
  gaps: [],
  camerasOutside: [],
  unitsLost: [],
  usersLost: [],
};

test("a file without trouble raises no concern; one with all of them names each", () => {
  language.value = "zh";
  expect(concerns(CALM, String)).toEqual([]);
  const all = {
    ...CALM,
    suspicion: { other: "GCJ02", asGiven: 31, asOther: 2 },
    removed: ["a", "b"],
    overlaps: [{ one: "a", other: "b", share: 0.123 }],
    gaps: [{ area: "s", share: 0.5 }],
    camerasOutside: ["7 号梯"],
    unitsLost: ["巡逻一组"],
    usersLost: ["zhao"],
  };
  const said = concerns(all, (id) => `〈${id}〉`);
  expect(said).toHaveLength(7);
  expect(said[0]).toContain("按 GCJ-02 读只有 2 个");
  expect(said[1]).toContain("〈a〉、〈b〉");
  expect(said[5]).toContain("12%");
});
