/** One server-sent event (WHATWG HTML §9.2). */
export interface ServerEvent {
  id: string;
  type: string;
  data: string;
}

/** Cuts text as it comes from the wire into events, wherever the pieces break. */
export class EventParser {
  private rest = "";
  private id = "";
  private type = "";
  private data: string[] = [];

  push(text: string): ServerEvent[] {
    const lines = (this.rest + text).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? "";
    return lines.flatMap((line) => this.line(line));
  }

  private line(line: string): ServerEvent[] {
    if (line === "") {
      return this.dispatch();
    }
    const [, field, value] = /^([^:]*):? ?(.*)$/s.exec(line) ?? ["", "", ""];
    if (field === "data") {
      this.data.push(value ?? "");
    } else if (field === "event") {
      this.type = value ?? "";
    } else if (field === "id") {
      this.id = value ?? "";
    }
    return [];
  }

  private dispatch(): ServerEvent[] {
    const event = { id: this.id, type: this.type || "message", data: this.data.join("\n") };
    const complete = this.data.length > 0;
    this.type = "";
    this.data = [];
    return complete ? [event] : [];
  }
}

export interface StreamListener {
  event(event: ServerEvent): void;
  /** The stream has begun, or begun again after a cut. */
  opened(): void;
  /** The stream was lost; it is being opened again. */
  lost(): void;
  /** The session is over: opening again is useless until somebody signs in. */
  refused(): void;
}

export interface StreamWorld {
  fetch: typeof fetch;
  setTimeout: (then: () => void, milliseconds: number) => number;
  clearTimeout: (timer: number) => void;
  random: () => number;
}

const SILENCE_MS = 12_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;

/**
 * The server's events for as long as the page lives. The browser's own EventSource gives up at an HTTP error and does
 * not notice a dead line; this one asks again with the last id it has handled, and takes two missed pings for a cut.
 */
export class EventStream {
  private lastId = "";
  private failures = 0;
  private closed = false;
  private attempt = new AbortController();
  private timer = 0;

  constructor(
    private readonly path: string,
    private readonly listener: StreamListener,
    private readonly world: StreamWorld = browser,
  ) {}

  /** @param after the id behind which to begin, or empty for what happens from now on */
  start(after = ""): void {
    this.lastId = after;
    void this.read();
  }

  close(): void {
    this.closed = true;
    this.world.clearTimeout(this.timer);
    this.attempt.abort();
  }

  private async read(): Promise<void> {
    this.attempt = new AbortController();
    this.watch();
    try {
      await this.follow(this.attempt.signal);
    } catch {
      // A cut line and an answer that is no stream end alike: ask again.
    }
    this.world.clearTimeout(this.timer);
    this.again();
  }

  private async follow(signal: AbortSignal): Promise<void> {
    const headers: Record<string, string> = { Accept: "text/event-stream" };
    if (this.lastId !== "") {
      headers["Last-Event-ID"] = this.lastId;
    }
    const answer = await this.world.fetch(this.path, { headers, signal, cache: "no-store", credentials: "same-origin" });
    if (answer.status === 401 || answer.status === 403) {
      this.close();
      this.listener.refused();
      return;
    }
    if (!answer.ok || answer.body === null) {
      return;
    }
    this.failures = 0;
    this.listener.opened();
    await this.drain(answer.body.getReader());
  }

  private async drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
    const parser = new EventParser();
    const decoder = new TextDecoder();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      this.watch();
      for (const event of parser.push(decoder.decode(piece.value, { stream: true }))) {
        this.listener.event(event);
        this.lastId = event.id || this.lastId;
      }
    }
  }

  private watch(): void {
    this.world.clearTimeout(this.timer);
    this.timer = this.world.setTimeout(() => this.attempt.abort(), SILENCE_MS);
  }

  private again(): void {
    if (this.closed) {
      return;
    }
    this.listener.lost();
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.failures++);
    // Jitter, or every screen of a room comes back in the same instant.
    this.timer = this.world.setTimeout(() => void this.read(), wait * (0.5 + this.world.random() / 2));
  }
}

const browser: StreamWorld = {
  fetch: (...request) => fetch(...request),
  setTimeout: (then, milliseconds) => window.setTimeout(then, milliseconds),
  clearTimeout: (timer) => window.clearTimeout(timer),
  random: Math.random,
};
