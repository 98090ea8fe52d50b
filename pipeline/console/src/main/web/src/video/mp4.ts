/** What a fragmented MP4's first bytes say of its video. */
export type VideoCodec = { kind: "avc"; name: string } | { kind: "hevc" } | { kind: "mjpeg" } | { kind: "unknown" };

/**
 * Reads the codec out of an initialization segment (ISO/IEC 14496-12 §8.1; `avcC` as in 14496-15 §5.3.3.1.2), or says
 * null while the `moov` box has not come whole.
 */
export function codecOf(start: Uint8Array): VideoCodec | null {
  const moov = box(start, "moov");
  if (moov === null) {
    return null;
  }
  const avc = find(moov, "avcC");
  if (avc >= 0 && avc + 8 <= moov.length) {
    const profile = Array.from(moov.subarray(avc + 5, avc + 8), (b) => b.toString(16).padStart(2, "0")).join("");
    return { kind: "avc", name: `avc1.${profile}` };
  }
  if (find(moov, "hvcC") >= 0) {
    return { kind: "hevc" };
  }
  return find(moov, "jpeg") >= 0 ? { kind: "mjpeg" } : { kind: "unknown" };
}

/** A top-level box whole, or null. */
function box(bytes: Uint8Array, type: string): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at);
    if (size < 8 || at + size > bytes.length) {
      return null;
    }
    if (find(bytes.subarray(at + 4, at + 8), type) === 0) {
      return bytes.subarray(at, at + size);
    }
    at += size;
  }
  return null;
}

function find(bytes: Uint8Array, type: string): number {
  const [a, b, c, d] = Array.from(type, (letter) => letter.charCodeAt(0));
  for (let i = 0; i + 4 <= bytes.length; i++) {
    if (bytes[i] === a && bytes[i + 1] === b && bytes[i + 2] === c && bytes[i + 3] === d) {
      return i;
    }
  }
  return -1;
}
