import { ServerClock } from "../time/serverclock";
import { language, t } from "../text/text";

/** An answer that is not the one hoped for; `message` is one line for people, `body` what the server said. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly body: unknown = null,
  ) {
    super(message);
  }
}

/** The server's clock as learned from every answer. */
export const serverClock = new ServerClock();

let signedOut: () => void = () => {};

/** Called once for each answer that says the session is over. */
export function onSignedOut(then: () => void): void {
  signedOut = then;
}

export const get = <T>(path: string): Promise<T> => send<T>("GET", path);
export const post = <T>(path: string, body: unknown = {}): Promise<T> => send<T>("POST", path, body);
export const put = <T>(path: string, body: unknown): Promise<T> => send<T>("PUT", path, body);
export const remove = <T>(path: string): Promise<T> => send<T>("DELETE", path);

/** A file as it is, in place of what is there. */
export const putFile = <T>(path: string, file: Blob): Promise<T> => sendFile<T>("PUT", path, file);

/** A file as it is, to be added. */
export const upload = <T>(path: string, file: Blob): Promise<T> => sendFile<T>("POST", path, file);

async function sendFile<T>(method: string, path: string, file: Blob): Promise<T> {
  const answer = await answerTo(path, { method, headers: { "X-Kakou": "1" }, body: file });
  return (await answer.json()) as T;
}

/** Sends a file as it is; `fetch` could not say how much of it has gone. */
export function uploadWatched<T>(path: string, file: Blob, sent: (share: number) => void): Promise<T> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.setRequestHeader("X-Kakou", "1");
    request.upload.onprogress = (so) => sent(so.total > 0 ? so.loaded / so.total : 1);
    request.onerror = () => failed(new Refused(0, t("error.network")));
    request.onload = () => {
      const answer = new Response(request.responseText, { status: request.status });
      void (answer.ok ? answer.json().then(done) : refusal(path, answer).then(failed));
    };
    request.send(file);
  });
}

/** A list together with a header that says where in the server's order it stands. */
export async function getWith<T>(path: string, header: string): Promise<{ body: T; header: string; headers: Headers }> {
  const answer = await answerTo(path, {});
  return { body: (await answer.json()) as T, header: answer.headers.get(header) ?? "", headers: answer.headers };
}

/** Bytes of a picture or a clip's part. */
export async function bytesOf(path: string, signal?: AbortSignal): Promise<ArrayBuffer> {
  return (await answerTo(path, { signal: signal ?? null })).arrayBuffer();
}

/** A body that goes on, such as a live picture. */
export async function streamOf(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const answer = await answerTo(path, { signal });
  if (answer.body === null) {
    throw new Refused(answer.status, t("error.network"));
  }
  return answer.body;
}

async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  const request: RequestInit = { method, headers: { "X-Kakou": "1" } };
  if (body !== undefined) {
    request.body = JSON.stringify(body);
    request.headers = { "X-Kakou": "1", "Content-Type": "application/json" };
  }
  const answer = await answerTo(path, request);
  const text = await answer.text();
  return (text === "" ? null : JSON.parse(text)) as T;
}

async function answerTo(path: string, request: RequestInit): Promise<Response> {
  const sent = Date.now();
  const answer = await fetch(path, { ...request, credentials: "same-origin", cache: "no-store" }).catch((why: unknown) => {
    throw why instanceof DOMException && why.name === "AbortError" ? why : new Refused(0, t("error.network"));
  });
  serverClock.heard(answer.headers.get("date"), sent, Date.now());
  if (!answer.ok) {
    throw await refusal(path, answer);
  }
  return answer;
}

async function refusal(path: string, answer: Response): Promise<Refused> {
  const body: unknown = await answer.json().catch(() => null);
  if (answer.status === 401 && path !== "/api/login") {
    signedOut();
  }
  return new Refused(answer.status, refusalLine(answer.status, body), body);
}

/** What a person reads of a refusal: the server's words are English, so in Chinese they stand behind what they mean. */
export function refusalLine(status: number, body: unknown): string {
  const said = (body as { error?: unknown } | null)?.error;
  if (typeof said !== "string" || said === "") {
    return meaning(status);
  }
  return language.value === "en" ? said : t("error.said", { meaning: meaning(status), said });
}

function meaning(status: number): string {
  switch (status) {
    case 400:
      return t("error.wrong");
    case 401:
      return t("error.signIn");
    case 403:
      return t("error.forbidden");
    case 404:
      return t("error.notFound");
    case 409:
      return t("error.conflict");
    case 413:
      return t("error.tooLarge");
    case 429:
      return t("error.tooMany");
    case 502:
    case 503:
      return t("error.away");
    default:
      return t("error.server", { code: status });
  }
}
