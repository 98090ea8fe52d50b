import { ref } from "vue";
import { en } from "./en";
import { zh, type Dictionary, type TextKey } from "./zh";

export type Language = "zh" | "en";

const MEMORY = "kakou.language";
const DICTIONARIES: Record<Language, Dictionary> = { zh, en };

export const language = ref<Language>("zh");

/** Takes up what this browser chose before; Chinese where it never chose. */
export function recallLanguage(): void {
  use(localStorage.getItem(MEMORY) === "en" ? "en" : "zh");
}

export function switchLanguage(): void {
  use(language.value === "zh" ? "en" : "zh");
  localStorage.setItem(MEMORY, language.value);
}

function use(chosen: Language): void {
  language.value = chosen;
  document.documentElement.lang = chosen === "zh" ? "zh-CN" : "en";
}

export function t(key: TextKey, fill: Record<string, string | number> = {}): string {
  return DICTIONARIES[language.value][key].replace(/\{(\w+)\}/g, (hole, name: string) => String(fill[name] ?? hole));
}

/** The text of a code that the server sent, or the code itself where it is newer than this page. */
export function coded(prefix: string, code: string): string {
  const key = `${prefix}.${code}`;
  return key in zh ? t(key as TextKey) : code;
}

/** Several things behind each other. */
export const listed = (things: readonly string[]): string => things.join(t("list.and"));

/** A length of time in its two largest units, as people say it. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const units: [TextKey, number][] = [
    ["time.days", Math.floor(whole / 86400)],
    ["time.hours", Math.floor(whole / 3600) % 24],
    ["time.minutes", Math.floor(whole / 60) % 60],
    ["time.seconds", whole % 60],
  ];
  const first = units.findIndex(([, n]) => n > 0);
  if (first < 0) {
    return t("time.seconds", { n: 0 });
  }
  return units
    .slice(first, first + 2)
    .filter(([, n]) => n > 0)
    .map(([key, n]) => t(key, { n }))
    .join(" ");
}

export function clockTime(iso: string | number): string {
  return new Date(iso).toLocaleTimeString("zh-CN", { hour12: false });
}

export function dayTime(iso: string): string {
  const at = new Date(iso);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(at.getMonth() + 1)}-${two(at.getDate())} ${clockTime(iso)}`;
}

export function bytes(n: number): string {
  const units = ["B", "KB", "MB", "GB", "TB"];
  const step = n < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(n) / Math.log(1024)));
  const value = n / 1024 ** step;
  return `${value >= 100 || step === 0 ? value.toFixed(0) : value.toFixed(1)} ${units[step]}`;
}
