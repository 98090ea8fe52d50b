import { expect, test } from "vitest";
import { language } from "../text/text";
import { doubts } from "./registry";

const CALM = { added: [], changed: [], removed: [], findings: {} };

test("a file without trouble raises no doubt; one with some names each, and what goes comes first", () => {
  language.value = "zh";
  expect(doubts(CALM)).toEqual([]);
  const said = doubts({ ...CALM, removed: ["road~r1"], findings: { emptyRoads: ["天城路", "机场路"] } });
  expect(said).toEqual(["将删除：road~r1", "以下道路上没有点位：天城路、机场路"]);
});

test("a finding newer than this page is told by its code, and a long list is cut", () => {
  const many = Array.from({ length: 25 }, (_, i) => `c${i}`);
  const said = doubts({ ...CALM, findings: { sunkRoads: ["r1"], camerasOnNoRoad: many } });
  expect(said[0]).toBe("sunkRoads: r1");
  expect(said[1]).toContain("c19 另有 5 个");
});
