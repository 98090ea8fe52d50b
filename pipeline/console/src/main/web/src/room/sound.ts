import { ref } from "vue";

const MEMORY = "kakou.sound";

/** On unless this browser was told otherwise. */
export const soundOn = ref(localStorage.getItem(MEMORY) !== "off");
/** A browser plays nothing before somebody has clicked or typed on the page. */
export const soundBlocked = ref(true);

let context: AudioContext | null = null;

export function switchSound(): void {
  soundOn.value = !soundOn.value;
  localStorage.setItem(MEMORY, soundOn.value ? "on" : "off");
}

/** To be called from a click or a key, which is when a browser allows sound. */
export async function allowSound(): Promise<void> {
  context ??= new AudioContext();
  await context.resume().catch(() => {});
  soundBlocked.value = context.state !== "running";
}

export const chime = (): void => play([660, 880], 0.22);
/** Many at once: longer and lower than what one incident makes. */
export const gong = (): void => play([523, 659, 523], 0.4);
export const alarm = (): void => play([988, 740, 988, 740], 0.16);

export async function testSound(): Promise<void> {
  await allowSound();
  sing([660, 880], 0.22);
}

function play(tones: number[], seconds: number): void {
  if (soundOn.value) {
    sing(tones, seconds);
  }
}

function sing(tones: number[], seconds: number): void {
  const audio = context;
  if (audio === null || audio.state !== "running") {
    return;
  }
  tones.forEach((pitch, i) => tone(audio, pitch, audio.currentTime + i * seconds, seconds));
}

function tone(audio: AudioContext, pitch: number, from: number, seconds: number): void {
  const source = audio.createOscillator();
  const loudness = audio.createGain();
  source.type = "triangle";
  source.frequency.value = pitch;
  loudness.gain.setValueAtTime(0.0001, from);
  loudness.gain.exponentialRampToValueAtTime(0.5, from + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.0001, from + seconds);
  source.connect(loudness).connect(audio.destination);
  source.start(from);
  source.stop(from + seconds);
}
