import { bytesOf, get } from "../api/client";
import type { ClipManifest } from "../api/incident";
import { beginning } from "./ahead";
import { Feed } from "./feed";
import { codecOf } from "./mp4";

const LOOK_AGAIN_MS = 1_000;

/** A codec this browser does not play. */
export class Unplayable extends Error {
  constructor(readonly codec: string) {
    super(codec);
  }
}

/** Of its camera nothing is kept. */
export class Unkept extends Error {}

/**
 * Plays an alert's clip while it is still being recorded: what is there at once, then each part as it appears, until
 * the clip is sealed or cut.
 */
export class ClipPlayback {
  private readonly stop = new AbortController();
  private readonly feed: Feed;
  private appended = 0;

  constructor(
    private readonly address: string,
    private readonly reason: string,
    private readonly video: HTMLVideoElement,
    private readonly told: (manifest: ClipManifest) => void,
  ) {
    this.feed = new Feed(video);
  }

  async play(): Promise<void> {
    const start = beginning(this.address, this.reason);
    const init = await start.init.catch(async (why: unknown) => {
      const manifest = await start.manifest.catch(() => null);
      throw manifest?.state === "off" ? new Unkept() : why;
    });
    await this.feed.begin(playable(init));
    await this.feed.append(init);
    // A clip whose first seconds are lost begins with another part; its manifest names it.
    const first = await start.first.catch(() => null);
    if (first !== null) {
      await this.appendPart(first);
    }
    await this.follow(await start.manifest);
  }

  close(): void {
    this.stop.abort();
    this.feed.close();
  }

  private async follow(first: ClipManifest): Promise<void> {
    let manifest = first;
    while (!this.stop.signal.aborted) {
      this.told(manifest);
      await this.appendNew(manifest);
      if (manifest.state !== "open") {
        return this.feed.end();
      }
      await pause(LOOK_AGAIN_MS);
      manifest = await this.manifest();
    }
  }

  private async appendNew(manifest: ClipManifest): Promise<void> {
    for (const part of manifest.parts.slice(this.appended)) {
      await this.appendPart(await this.bytes(part.key.slice(part.key.lastIndexOf("/") + 1)));
    }
  }

  private async appendPart(bytes: ArrayBuffer): Promise<void> {
    await this.feed.append(bytes);
    if (this.appended++ === 0) {
      this.begin();
    }
  }

  /** A clip's first time stamp need not be zero, and a player waits for ever before it. */
  private begin(): void {
    const start = this.feed.start ?? 0;
    if (this.video.currentTime < start) {
      this.video.currentTime = start;
    }
    void this.video.play().catch(() => {});
  }

  private manifest(): Promise<ClipManifest> {
    return get<ClipManifest>(`${this.address}/manifest?reason=${this.reason}`);
  }

  private bytes(name: string): Promise<ArrayBuffer> {
    return bytesOf(`${this.address}/${name}?reason=${this.reason}`, this.stop.signal);
  }
}

function playable(init: ArrayBuffer): string {
  const codec = codecOf(new Uint8Array(init));
  const name = codec?.kind === "avc" ? codec.name : (codec?.kind ?? "unknown");
  if (codec?.kind !== "avc" || !Feed.plays(name)) {
    throw new Unplayable(name);
  }
  return name;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
