import { Refused, type PhoneTask, type Waiting } from "./task";

/** Where what waits survives the page; the browser's local storage. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** What becomes of a report. */
export interface Ears {
  taken(task: PhoneTask): void;
  /** It will never be taken. */
  refused(report: Waiting, why: Refused): void;
  changed(waiting: readonly Waiting[]): void;
}

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/**
 * Reports on their way, one after the other, in the order they were made. Each keeps its id and its time, and is sent
 * until the server has it or has refused it; a page that is closed meanwhile goes on when it is opened again.
 */
export class Outbox {
  private waiting: Waiting[];
  private sending = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly key: string,
    private readonly shelf: Shelf,
    private readonly send: (report: Waiting) => Promise<PhoneTask>,
    private readonly ears: Ears,
  ) {
    this.waiting = kept(shelf.getItem(key));
  }

  get reports(): readonly Waiting[] {
    return this.waiting;
  }

  /** Kept before anything else is done with it. */
  add(report: Waiting): void {
    this.waiting.push(report);
    this.keep();
  }

  /** Where it was, once that is known. */
  place(id: string, position: Waiting["position"]): void {
    const report = this.waiting.find((each) => each.id === id);
    if (report !== undefined && position !== undefined) {
      report.position = position;
      this.keep();
    }
  }

  /** Sends what waits; called whenever something is ready, and when the network is back. */
  async flush(): Promise<void> {
    if (this.timer !== null) {
      clearTimeout(this.timer);
      this.timer = null;
    }
    if (this.sending) {
      return;
    }
    this.sending = true;
    while (this.waiting.length > 0 && (await this.sendFirst(this.waiting[0]!))) {
      this.failures = 0;
    }
    this.sending = false;
    if (this.waiting.length > 0) {
      const wait = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.failures++);
      this.timer = setTimeout(() => void this.flush(), wait);
    }
  }

  /** Whether the next one may follow at once. */
  private async sendFirst(report: Waiting): Promise<boolean> {
    try {
      const task = await this.send(report);
      this.drop(report);
      this.ears.taken(task);
      return true;
    } catch (why) {
      if (!(why instanceof Refused) || why.again) {
        return false;
      }
      this.drop(report);
      this.ears.refused(report, why);
      return true;
    }
  }

  private drop(report: Waiting): void {
    this.waiting = this.waiting.filter((each) => each.id !== report.id);
    this.keep();
  }

  private keep(): void {
    try {
      if (this.waiting.length === 0) {
        this.shelf.removeItem(this.key);
      } else {
        this.shelf.setItem(this.key, JSON.stringify(this.waiting));
      }
    } catch {
      // The shelf is full or closed: it waits in memory, for as long as the page is open.
    }
    this.ears.changed(this.waiting);
  }
}

function kept(text: string | null): Waiting[] {
  try {
    const read: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(read) ? (read as Waiting[]) : [];
  } catch {
    return [];
  }
}
