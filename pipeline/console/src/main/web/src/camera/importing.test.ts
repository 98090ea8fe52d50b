import { expect, test } from "vitest";
import { language } from "../text/text";
import { said } from "./importing";

const finding = { line: 3, fault: "ID_ROUNDED", value: "3.30104E+19", refuses: true, text: "the server's words" };

test("a finding is said in the page's language, with the value where it belongs", () => {
  language.value = "zh";
  expect(said(finding)).toContain("3.30104E+19");
  expect(said(finding)).toContain("文本");
  language.value = "en";
  expect(said(finding)).toMatch(/^the id 3\.30104E\+19 was rounded/);
});

test("a value is shown as it stands, whatever it holds", () => {
  language.value = "en";
  expect(said({ ...finding, value: "$& $1" })).toContain("$& $1");
});

test("a code newer than this page is said in the server's words", () => {
  expect(said({ ...finding, fault: "TOO_NEW" })).toBe("the server's words");
});
