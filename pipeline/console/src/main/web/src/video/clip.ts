import { bytesOf, get } from "../api/client";
import type { ClipManifest } from "../api/types";
import { Feed } from "./feed";

const LOOK_AGAIN_MS = 1_000;

/** A codec this browser does not play. */
export class Unplayable extends Error {
  constructor(readonly codec: string) {
    super(codec);
  }
}

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
    // Asked for together: the header does not depend on the manifest, and a round trip is what an operator waits for.
    const [manifest, init] = await Promise.all([this.manifest(), this.bytes("init.mp4")]);
    if (!Feed.plays(manifest.codec)) {
      throw new Unplayable(manifest.codec);
    }
    await this.feed.begin(manifest.codec);
    await this.feed.append(init);
    await this.follow(manifest);
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
      await this.feed.append(await this.bytes(part.key.slice(part.key.lastIndexOf("/") + 1)));
      if (this.appended++ === 0) {
        this.begin();
      }
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

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
