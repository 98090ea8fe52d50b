import { expect, test } from "vitest";
import { EventParser, EventStream, type StreamListener, type StreamWorld } from "./eventstream";

test("events are the same wherever the pieces break", () => {
  const wire = ': hello\r\nid: 7\r\nevent: incident\r\ndata: {"a":\r\ndata: 1}\r\n\r\nevent:ping\ndata:\n\nid: 8\ndata: x\n\n';
  for (let cut = 0; cut <= wire.length; cut++) {
    const parser = new EventParser();
    const events = [...parser.push(wire.slice(0, cut)), ...parser.push(wire.slice(cut))];
    expect(events, `cut at ${cut}`).toEqual([
      { id: "7", type: "incident", data: '{"a":\n1}' },
      { id: "7", type: "ping", data: "" },
      { id: "8", type: "message", data: "x" },
    ]);
  }
});

test("an event whose end never came is not handed out", () => {
  expect(new EventParser().push("id: 9\ndata: half")).toEqual([]);
});

/** A server and a clock in the test's hand. */
class Scripted implements StreamListener, StreamWorld {
  readonly asked: (string | null)[] = [];
  readonly told: string[] = [];
  private readonly timers = new Map<number, { then: () => void; milliseconds: number }>();
  private answers: (() => Promise<Response>)[] = [];
  private line: ReadableStreamDefaultController<Uint8Array> | null = null;
  private nextTimer = 1;

  fetch = (async (_path: string, request: RequestInit) => {
    this.asked.push(new Headers(request.headers).get("Last-Event-ID"));
    request.signal?.addEventListener("abort", () => this.line?.error(new Error("aborted")));
    return (this.answers.shift() ?? (() => this.opens()))();
  }) as typeof fetch;

  setTimeout = (then: () => void, milliseconds: number) => {
    this.timers.set(this.nextTimer, { then, milliseconds });
    return this.nextTimer++;
  };
  clearTimeout = (timer: number) => void this.timers.delete(timer);
  random = () => 1;

  event = ({ type, data }: { type: string; data: string }) => void this.told.push(`${type} ${data}`);
  opened = () => void this.told.push("opened");
  lost = () => void this.told.push("lost");
  refused = () => void this.told.push("refused");

  answersNext(...answers: (() => Promise<Response>)[]): void {
    this.answers = answers;
  }

  sends(text: string): Promise<void> {
    this.line?.enqueue(new TextEncoder().encode(text));
    return settled();
  }

  cuts(): Promise<void> {
    this.line?.error(new Error("cut"));
    return settled();
  }

  /** Lets the one timer that is set run out, and says how long it was. */
  async waits(): Promise<number> {
    const [[id, timer] = [0, { then: () => {}, milliseconds: -1 }]] = [...this.timers];
    this.timers.delete(id);
    timer.then();
    await settled();
    return timer.milliseconds;
  }

  get timersSet(): number {
    return this.timers.size;
  }

  private async opens(): Promise<Response> {
    return new Response(new ReadableStream<Uint8Array>({ start: (line) => void (this.line = line) }));
  }
}

/** All that is due at once has been done. */
const settled = () => new Promise<void>((done) => setTimeout(done, 0));

test("after a cut the stream goes on behind the last event it handled", async () => {
  const server = new Scripted();
  const stream = new EventStream("/api/events", server, server);
  stream.start();
  await settled();
  await server.sends("id: 41\nevent: incident\ndata: a\n\nid: 42\nevent: incident\ndata: b\n\nid: 43\nda");
  await server.cuts();
  await server.waits();
  await server.sends("id: 43\nevent: incident\ndata: c\n\n");

  expect(server.asked).toEqual([null, "42"]);
  expect(server.told).toEqual(["opened", "incident a", "incident b", "lost", "opened", "incident c"]);
  stream.close();
});

test("a line that says nothing for longer than two pings is a cut", async () => {
  const server = new Scripted();
  const stream = new EventStream("/api/events", server, server);
  stream.start();
  await settled();
  await server.sends("id: 1\nevent: ping\ndata: {}\n\n");
  expect(await server.waits()).toBe(12_000);

  expect(server.told).toEqual(["opened", "ping {}", "lost"]);
  stream.close();
});

test("it waits longer after each failure, up to a bound, and from the start again once it was open", async () => {
  const server = new Scripted();
  const fails = async () => new Response("down", { status: 503 });
  server.answersNext(fails, fails, fails, fails, fails, fails);
  const stream = new EventStream("/api/events", server, server);
  stream.start();
  await settled();
  const waits: number[] = [];
  for (let n = 0; n < 6; n++) {
    waits.push(await server.waits());
  }
  expect(waits).toEqual([500, 1000, 2000, 4000, 5000, 5000]);
  await server.cuts();
  expect(await server.waits()).toBe(500);
  stream.close();
});

test.each([401, 403])("status %s ends it: asking again would not help", async (status) => {
  const server = new Scripted();
  server.answersNext(async () => new Response("", { status }));
  new EventStream("/api/events", server, server).start();
  await settled();
  expect(server.told).toEqual(["refused"]);
  expect(server.timersSet).toBe(0);
});

test("it begins behind the list that was read before it", async () => {
  const server = new Scripted();
  const stream = new EventStream("/api/events", server, server);
  stream.start("17");
  await settled();
  expect(server.asked).toEqual(["17"]);
  stream.close();
});

test("closing leaves nothing that would open it again", async () => {
  const server = new Scripted();
  const stream = new EventStream("/api/events", server, server);
  stream.start();
  await settled();
  stream.close();
  await settled();
  expect(server.timersSet).toBe(0);
  expect(server.asked).toHaveLength(1);
});
