import { streamOf } from "../api/client";
import { Unplayable } from "./clip";
import { Feed } from "./feed";
import { codecOf, type VideoCodec } from "./mp4";

/** Farther behind the newest picture than this, it jumps; a little behind, it plays faster. */
const JUMP_SECONDS = 3;
const HURRY_SECONDS = 1.2;
const AHEAD_SECONDS = 0.4;
const KEEP_SECONDS = 30;
const LONGEST_HEADER = 1 << 20;

/** A camera's picture as it comes: one endless fragmented MP4. */
export class LivePlayback {
  private readonly stop = new AbortController();
  private readonly feed: Feed;
  private header = new Uint8Array(0);
  private begun = false;

  constructor(
    private readonly path: string,
    private readonly video: HTMLVideoElement,
  ) {
    this.feed = new Feed(video);
  }

  /** Returns when the server ends the stream; throws where it cannot be had, or cannot be played. */
  async play(): Promise<void> {
    const reader = (await streamOf(this.path, this.stop.signal)).getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      await this.take(piece.value);
    }
  }

  /** Seconds between the newest picture here and the one that is shown. */
  get behind(): number {
    return Math.max(0, (this.feed.reach ?? 0) - this.video.currentTime);
  }

  close(): void {
    this.stop.abort();
    this.feed.close();
  }

  private async take(piece: Uint8Array<ArrayBuffer>): Promise<void> {
    if (this.begun) {
      await this.feed.append(piece);
    } else {
      await this.beginWith(piece);
    }
    this.keepUp();
    await this.feed.forget(KEEP_SECONDS);
  }

  private async beginWith(piece: Uint8Array<ArrayBuffer>): Promise<void> {
    this.header = joined(this.header, piece);
    const codec = codecOf(this.header);
    if (codec === null && this.header.length < LONGEST_HEADER) {
      return;
    }
    await this.feed.begin(playable(codec));
    this.begun = true;
    await this.feed.append(this.header);
    void this.video.play().catch(() => {});
  }

  private keepUp(): void {
    const reach = this.feed.reach;
    if (reach === null) {
      return;
    }
    if (this.video.currentTime < (this.feed.start ?? 0) || this.behind > JUMP_SECONDS) {
      this.video.currentTime = Math.max(this.feed.start ?? 0, reach - AHEAD_SECONDS);
    }
    this.video.playbackRate = this.behind > HURRY_SECONDS ? 1.15 : 1;
  }
}

function playable(codec: VideoCodec | null): string {
  const name = codec?.kind === "avc" ? codec.name : (codec?.kind ?? "unknown");
  if (codec?.kind !== "avc" || !Feed.plays(name)) {
    throw new Unplayable(name);
  }
  return name;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}
