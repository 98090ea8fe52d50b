import { reactive, ref } from "vue";

/** A link as the server told it, once: kept for as long as the page is open. */
export interface TaskLink {
  link: string;
  qr: { size: number; path: string };
}

export const links = reactive(new Map<string, TaskLink>());

/** The task whose code is held out to be scanned, or none: one at a time, so that nobody scans another's. */
export const scanning = ref<string | null>(null);

/** @param task the id of the action that dispatched it */
export function remember(task: string, link: TaskLink): void {
  links.set(task, link);
  scanning.value = task;
}

/** No phone can open what leads to this machine itself. */
export const isHereAlone = ({ link }: TaskLink): boolean => ["127.0.0.1", "localhost", "[::1]"].includes(new URL(link).hostname);
