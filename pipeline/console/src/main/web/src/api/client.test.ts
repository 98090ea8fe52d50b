import { afterEach, expect, test } from "vitest";
import { language } from "../text/text";
import { refusalLine } from "./client";

afterEach(() => {
  language.value = "zh";
});

test("a refusal is read in the page's language, the server's words behind it", () => {
  const body = { error: "reason is missing; allowed: 1 to 200 characters", field: "reason" };

  expect(refusalLine(400, body)).toBe("填写的内容有误（reason is missing; allowed: 1 to 200 characters）");
  language.value = "en";
  expect(refusalLine(400, body)).toBe("reason is missing; allowed: 1 to 200 characters");
});

test.each([
  [404, "不存在，或不在你的辖区"],
  [409, "情况已有变化，请刷新后再试"],
  [502, "后台服务暂时连不上，请稍后再试"],
  [500, "服务器出错（500），请稍后再试"],
])("an answer %i without words is told too", (status, line) => {
  expect(refusalLine(status, null)).toBe(line);
});
