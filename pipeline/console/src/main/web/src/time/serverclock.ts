/**
 * How far this computer's clock stands from the server's. An HTTP date names a whole second, so each answer only says
 * that the offset lies in an interval; where answers overlap, the interval narrows well below a second.
 */
export class ServerClock {
  private low = Number.NEGATIVE_INFINITY;
  private high = Number.POSITIVE_INFINITY;

  /** Milliseconds to add to this computer's time; 0 before the first answer. */
  get offset(): number {
    return Number.isFinite(this.low) ? (this.low + this.high) / 2 : 0;
  }

  /** The server's time, milliseconds since 1970, when this computer shows `local`. */
  at(local: number): number {
    return local + this.offset;
  }

  /** An answer with this `Date` header (RFC 9110 §6.6.1), asked for and received at these local times. */
  heard(date: string | null, sent: number, received: number): void {
    const second = date === null ? Number.NaN : Date.parse(date);
    if (Number.isNaN(second)) {
      return;
    }
    const low = second - received;
    const high = second + 1000 - sent;
    const joins = low < this.high && high > this.low;
    // Intervals that do not meet mean that one of the clocks was set: what was learned before is void.
    this.low = joins ? Math.max(low, this.low) : low;
    this.high = joins ? Math.min(high, this.high) : high;
  }
}
