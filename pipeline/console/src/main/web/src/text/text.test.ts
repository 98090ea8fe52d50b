import { expect, test } from "vitest";
import { en } from "./en";
import { bytes, coded, duration, language, t } from "./text";
import { zh, type TextKey } from "./zh";

const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test("both languages have the same keys", () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
});

test.each(Object.keys(zh) as TextKey[])("%s says something in both languages, with the same holes", (key) => {
  expect(zh[key].trim()).not.toBe("");
  expect(en[key].trim()).not.toBe("");
  expect(holes(en[key])).toEqual(holes(zh[key]));
});

test("Chinese is written with full-width punctuation and English without", () => {
  const chinese = /[一-鿿]/;
  for (const [key, text] of Object.entries(zh)) {
    expect(text, key).not.toMatch(/[一-鿿][,;:?!]|[,;:?!][一-鿿]/);
  }
  const exceptTheSwitch = Object.entries(en).filter(([key]) => key !== "nav.language");
  expect(exceptTheSwitch.filter(([, text]) => chinese.test(text))).toEqual([]);
});

test("holes are filled, and what nobody fills stays visible", () => {
  language.value = "zh";
  expect(t("clip.unsupported", { codec: "hvc1" })).toContain("hvc1 录像");
  expect(t("cut.for")).toBe("已中断 {duration}");
});

test("a code newer than this page is shown as it is", () => {
  expect(coded("state", "ON_SITE")).toBe("已到场");
  expect(coded("state", "PAUSED")).toBe("PAUSED");
});

test.each([
  [0, "0 秒"],
  [59.9, "59 秒"],
  [61, "1 分 1 秒"],
  [120, "2 分"],
  [7384, "2 小时 3 分"],
  [90000, "1 天 1 小时"],
  [-3, "0 秒"],
])("%s seconds are said as %s", (seconds, said) => {
  language.value = "zh";
  expect(duration(seconds)).toBe(said);
});

test.each([
  [0, "0 B"],
  [1536, "1.5 KB"],
  [250 * 1024 ** 3, "250 GB"],
])("%s bytes are %s", (n, said) => expect(bytes(n)).toBe(said));

test("every text is used somewhere: a code's by its prefix, the others by their key", () => {
  const files = import.meta.glob<string>(["../**/*.vue", "../**/*.ts", "!./*zh.ts", "!./*en.ts", "!../**/*.test.ts"], {
    eager: true,
    query: "?raw",
    import: "default",
  });
  const source = Object.values(files).join("\n");
  const prefixes = [...source.matchAll(/coded\("([\w.]+)"|`(\w+)\.\$\{/g)].map(([, code, word]) => `${code ?? word}.`);
  const unused = Object.keys(zh).filter((key) => !source.includes(`"${key}"`) && !source.includes(`'${key}'`));
  expect(unused.filter((key) => !prefixes.some((prefix) => key.startsWith(prefix)))).toEqual([]);
});
