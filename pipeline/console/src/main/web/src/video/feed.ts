/**
 * Bytes into a video element by Media Source Extensions, in order, one at a time. The element starts to play as soon
 * as there is something to show.
 */
export class Feed {
  private readonly source = new MediaSource();
  private readonly address = URL.createObjectURL(this.source);
  private readonly opened: Promise<void>;
  private buffer: SourceBuffer | null = null;
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly video: HTMLVideoElement) {
    this.opened = new Promise((done) => this.source.addEventListener("sourceopen", () => done(), { once: true }));
    video.src = this.address;
  }

  static plays(codec: string): boolean {
    return MediaSource.isTypeSupported(mime(codec));
  }

  async begin(codec: string): Promise<void> {
    await this.opened;
    this.buffer = this.source.addSourceBuffer(mime(codec));
  }

  /** Appends behind what was appended before; rejects where the browser cannot read it. */
  append(bytes: BufferSource): Promise<void> {
    return this.then((buffer) => buffer.appendBuffer(bytes));
  }

  /** Forgets what was played longer ago than this, so that a live picture can run for hours. */
  async forget(keepSeconds: number): Promise<void> {
    const until = this.video.currentTime - keepSeconds;
    if (this.start !== null && until - this.start > keepSeconds) {
      await this.then((buffer) => buffer.remove(0, until));
    }
  }

  /** Nothing will follow. */
  async end(): Promise<void> {
    await this.last;
    if (this.source.readyState === "open") {
      this.source.endOfStream();
    }
  }

  get start(): number | null {
    return this.video.buffered.length > 0 ? this.video.buffered.start(0) : null;
  }

  get reach(): number | null {
    const spans = this.video.buffered;
    return spans.length > 0 ? spans.end(spans.length - 1) : null;
  }

  close(): void {
    this.video.removeAttribute("src");
    this.video.load();
    URL.revokeObjectURL(this.address);
  }

  private then(change: (buffer: SourceBuffer) => void): Promise<void> {
    this.last = this.last.then(() => this.change(change));
    return this.last;
  }

  private change(change: (buffer: SourceBuffer) => void): Promise<void> {
    const buffer = this.buffer;
    if (buffer === null || this.source.readyState === "closed") {
      return Promise.resolve();
    }
    return new Promise((done, failed) => {
      buffer.addEventListener("updateend", () => done(), { once: true });
      buffer.addEventListener("error", () => failed(new Error("this browser cannot read it")), { once: true });
      change(buffer);
    });
  }
}

function mime(codec: string): string {
  return `video/mp4; codecs="${codec}"`;
}
