import { ref } from "vue";

export interface Notice {
  id: number;
  kind: "news" | "trouble";
  text: string;
}

const SHOWN_MS = 8_000;
const MOST = 4;

/** Lines that say what just happened, newest last; each goes by itself. */
export const notices = ref<Notice[]>([]);

let next = 1;

export function tell(kind: Notice["kind"], text: string): void {
  const notice = { id: next++, kind, text };
  notices.value = [...notices.value, notice].slice(-MOST);
  setTimeout(() => (notices.value = notices.value.filter(({ id }) => id !== notice.id)), SHOWN_MS);
}
