import { onBeforeUnmount } from "vue";

/** Untouched for so long, nobody works on what is open. */
const AWAY_MS = 30_000;
/** What has ended is left sooner. */
const DONE_MS = 3_000;

/** Whether somebody works at this screen: when it was last touched, and what is open that must not be taken away. */
export class Seat {
  private touchedAt = Number.NEGATIVE_INFINITY;
  private holds = 0;

  constructor(private readonly now: () => number) {}

  touched(): void {
    this.touchedAt = this.now();
  }

  /** Keeps what is open on the screen until the answer is called: a form half filled in, a live picture watched. */
  hold(): () => void {
    this.holds++;
    let held = true;
    return () => {
      this.holds -= held ? 1 : 0;
      held = false;
    };
  }

  /** Whether something else may be opened in the place of what is. */
  isFree(ended: boolean): boolean {
    return this.holds === 0 && this.now() - this.touchedAt >= (ended ? DONE_MS : AWAY_MS);
  }
}

export const seat = new Seat(() => performance.now());

for (const touch of ["keydown", "pointerdown", "pointermove", "wheel"]) {
  globalThis.addEventListener?.(touch, () => seat.touched(), { capture: true, passive: true });
}

/** Holds the seat for as long as the component stands. */
export function useSeat(): void {
  onBeforeUnmount(seat.hold());
}
