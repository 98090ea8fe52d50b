import { expect, test } from "vitest";
import { language } from "../text/text";
import { adviceText } from "./advice";
import { probeRows } from "./probe";

/** As the check writes it. */
const FOUND = {
  codec: "H.264",
  offer: "video H264",
  transport: "TCP",
  profile: "Main@3.1",
  width: 640,
  height: 360,
  framesPerSecond: 24.98,
  kilobitsPerSecond: 1013.4,
  gopSeconds: 2,
  gopFrames: 50,
  connectSeconds: 0.2,
  keyframeSeconds: 1.24,
  seconds: 5,
  advice: [],
};

const shown = (): Record<string, string> => Object.fromEntries(probeRows(FOUND).map(({ word, value }) => [word, value]));

test("every field of the check is read under its own name", () => {
  language.value = "zh";
  expect(shown()).toEqual({
    编码: "H.264 (Main@3.1)",
    分辨率: "640×360",
    传输方式: "TCP",
    帧率: "25 帧/秒",
    码率: "1013 kb/s",
    关键帧间隔: "2 秒（50 帧）",
    时钟偏差: "未提供",
    首个关键帧: "1.2 秒",
  });
});

test.each([
  ["its clock is 12.5 s from ours: give it a time server (NTP)", "时钟与本机相差 12.5 秒：请为摄像头配置校时服务器（NTP）。"],
  ["words of a newer release", "words of a newer release"],
])("advice %s is said in Chinese where it is known", (line, said) => {
  language.value = "zh";
  expect(adviceText(line)).toBe(said);
  language.value = "en";
  expect(adviceText(line)).toBe(line);
});
