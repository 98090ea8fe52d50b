import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Outbox, type Ears, type Shelf } from "./outbox";
import { Refused, type PhoneTask, type Waiting } from "./task";

class Memory implements Shelf {
  readonly items = new Map<string, string>();
  getItem = (key: string) => this.items.get(key) ?? null;
  setItem = (key: string, value: string) => void this.items.set(key, value);
  removeItem = (key: string) => void this.items.delete(key);
}

const report = (id: string): Waiting => ({ id, kind: "ARRIVED", at: "2026-07-01T08:00:00.000Z" });

class Listener implements Ears {
  readonly refusals: string[] = [];
  taken = () => {};
  refused = (gone: Waiting) => void this.refusals.push(gone.id);
  changed = () => {};
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("what the network loses is sent again with its id and its time, in order", async () => {
  const heard: Waiting[] = [];
  let broken = 2;
  const outbox = new Outbox("k", new Memory(), async (each) => {
    heard.push({ ...each });
    if (broken-- > 0) {
      throw new TypeError("Failed to fetch");
    }
    return {} as PhoneTask;
  }, new Listener());
  outbox.add(report("a"));
  outbox.add(report("b"));
  await outbox.flush();
  await vi.advanceTimersByTimeAsync(1_000);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(heard.map(({ id }) => id)).toEqual(["a", "a", "a", "b"]);
  expect(new Set(heard.slice(0, 3).map(({ at }) => at)).size).toBe(1);
  expect(outbox.reports).toEqual([]);
});

test("what waits outlives the page", async () => {
  const shelf = new Memory();
  const away = () => Promise.reject(new TypeError("Failed to fetch"));
  new Outbox("k", shelf, away, new Listener()).add(report("a"));
  const sent: string[] = [];
  const next = new Outbox("k", shelf, async ({ id }) => (sent.push(id), {} as PhoneTask), new Listener());
  await next.flush();
  expect(sent).toEqual(["a"]);
  expect(shelf.items.size).toBe(0);
});

test("what is refused for good is told and holds nothing up; what is refused for now waits", async () => {
  const ears = new Listener();
  const statuses = [409, 503];
  const outbox = new Outbox("k", new Memory(), async () => {
    throw new Refused(statuses.shift()!, "", "no", null);
  }, ears);
  outbox.add(report("a"));
  outbox.add(report("b"));
  await outbox.flush();
  expect(ears.refusals).toEqual(["a"]);
  expect(outbox.reports.map(({ id }) => id)).toEqual(["b"]);
});

test("a shelf that holds something else is an empty one", () => {
  const shelf = new Memory();
  shelf.setItem("k", "{not json");
  expect(new Outbox("k", shelf, async () => ({}) as PhoneTask, new Listener()).reports).toEqual([]);
});
