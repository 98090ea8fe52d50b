import { bytesOf, get } from "../api/client";
import type { ClipManifest } from "../api/incident";

/** A clip's first part; small, so that there is something to show at once. */
export const FIRST_PART = "0000.m4s";

/** What a clip begins with. Asked for together: a round trip is what an operator waits for. */
export interface Beginning {
  address: string;
  manifest: Promise<ClipManifest>;
  init: Promise<ArrayBuffer>;
  first: Promise<ArrayBuffer>;
}

let newest: Beginning | null = null;

/**
 * Asks for a clip that is about to be shown, before there is anything to show it in. Only for what will be shown for
 * certain: asking is on record as looking.
 */
export function askAhead(address: string, reason: string): void {
  newest = ask(address, reason);
}

/** What was asked for ahead, once, or is asked for now. */
export function beginning(address: string, reason: string): Beginning {
  const asked = newest?.address === address ? newest : ask(address, reason);
  newest = null;
  return asked;
}

function ask(address: string, reason: string): Beginning {
  const asked = {
    address,
    manifest: get<ClipManifest>(`${address}/manifest?reason=${reason}`),
    init: bytesOf(`${address}/init.mp4?reason=${reason}`),
    first: bytesOf(`${address}/${FIRST_PART}?reason=${reason}`),
  };
  // Whoever takes it hears of failures; where nobody does, there is nobody to tell.
  for (const each of [asked.manifest, asked.init, asked.first]) {
    each.catch(() => {});
  }
  return asked;
}
