import { expect, test } from "vitest";
import { codecOf } from "./mp4";

const ascii = (text: string) => Array.from(text, (c) => c.charCodeAt(0));

function box(type: string, ...content: number[]): number[] {
  const size = content.length + 8;
  return [size >>> 24, (size >>> 16) & 255, (size >>> 8) & 255, size & 255, ...ascii(type), ...content];
}

const ftyp = box("ftyp", ...ascii("iso5"), 0, 0, 2, 0);
const init = (...entry: number[]) => new Uint8Array([...ftyp, ...box("moov", ...box("stsd", ...entry))]);

test("an H.264 camera's profile, constraints and level are its codec string", () => {
  expect(codecOf(init(...box("avcC", 1, 0x64, 0x00, 0x1e, 255)))).toEqual({ kind: "avc", name: "avc1.64001e" });
  expect(codecOf(init(...box("avcC", 1, 0x42, 0xc0, 0x0d)))).toEqual({ kind: "avc", name: "avc1.42c00d" });
});

test("an H.265 camera is known as one", () => {
  expect(codecOf(init(...box("hvcC", 1, 1)))).toEqual({ kind: "hevc" });
});

test("another codec is unknown, not guessed", () => {
  expect(codecOf(init(...box("av1C", 1, 1)))).toEqual({ kind: "unknown" });
});

test("nothing is said before the whole header has come", () => {
  const whole = init(...box("avcC", 1, 0x64, 0x00, 0x1e));
  for (let n = 0; n < whole.length; n++) {
    expect(codecOf(whole.subarray(0, n))).toBeNull();
  }
});
