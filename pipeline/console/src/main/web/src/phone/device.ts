import type { Position } from "./task";

/** What of the phone itself is used: where it is, and its camera. */

const LONGEST_MS = 8_000;
const FRESH_MS = 20_000;
const LONGEST_SIDE = 1920;
const QUALITY = 0.85;

/** Why the phone does not say where it is; `null` where it does. */
export type NoPlace = "denied" | "unknown" | "insecure";

export async function whereabouts(): Promise<{ position?: Position; why: NoPlace | null }> {
  if (!window.isSecureContext || !("geolocation" in navigator)) {
    return { why: "insecure" };
  }
  return new Promise((done) =>
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) => done({ position: { longitude, latitude, accuracy }, why: null }),
      (failed) => done({ why: failed.code === failed.PERMISSION_DENIED ? "denied" : "unknown" }),
      { enableHighAccuracy: true, timeout: LONGEST_MS, maximumAge: FRESH_MS },
    ),
  );
}

/** A photo upright, small enough for a street's network, and without what the camera wrote beside it. */
export async function shrunk(file: File): Promise<string> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d")!.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return canvas.toDataURL("image/jpeg", QUALITY);
}

/** `crypto.randomUUID` is there on a secure origin alone; a street's first trial may be without TLS. */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
