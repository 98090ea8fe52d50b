import { expect, test } from "vitest";
import { LANGUAGES, type Word } from "./words";

const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test.each(Object.keys(LANGUAGES.zh) as Word[])("%s says something in both languages, with the same holes", (word) => {
  expect(LANGUAGES.zh[word].trim()).not.toBe("");
  expect(LANGUAGES.en[word].trim()).not.toBe("");
  expect(holes(LANGUAGES.en[word])).toEqual(holes(LANGUAGES.zh[word]));
});

test("Chinese is written with full-width punctuation", () => {
  for (const [word, text] of Object.entries(LANGUAGES.zh)) {
    expect(text, word).not.toMatch(/[一-鿿][,;:?!]|[,;:?!][一-鿿]/);
  }
});
