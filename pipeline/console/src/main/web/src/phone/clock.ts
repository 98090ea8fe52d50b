/**
 * The server's time on this phone. Each answer says what the time was there somewhere between question and answer: the
 * one with the shortest way is believed, until the phone's own clock is seen to have been set.
 */
export class PhoneClock {
  private way = Number.POSITIVE_INFINITY;
  private ahead = 0;

  /** The server's time, milliseconds since 1970, when this phone shows `local`. */
  at(local: number): number {
    return local + this.ahead;
  }

  /** An answer that said `server`, asked for and received at these local times. */
  heard(server: number, sent: number, received: number): void {
    const way = received - sent;
    const ahead = server - (sent + received) / 2;
    const wasSet = Math.abs(ahead - this.ahead) > (way + Math.min(this.way, 60_000)) / 2;
    if (Number.isNaN(server) || way < 0 || (way >= this.way && !wasSet)) {
      return;
    }
    this.way = way;
    this.ahead = ahead;
  }
}
