import { ref } from "vue";
import type { Page } from "./account/access";

/** Where the page stands: `#/room/<incident>`. The fragment never reaches the server, so it needs no route for it. */
export interface Route {
  page: Page;
  id: string | null;
}

const PAGES: readonly Page[] = ["room", "search", "cameras", "lifts", "areas", "audit", "users", "deliveries", "trucks", "try"];

export const route = ref<Route>(read());

window.addEventListener("hashchange", () => (route.value = read()));

export function go(page: Page, id: string | null = null): void {
  location.hash = address(page, id);
  // The event comes later than the address changes.
  route.value = read();
}

export function address(page: Page, id: string | null = null): string {
  return id === null ? `#/${page}` : `#/${page}/${encodeURIComponent(id)}`;
}

function read(): Route {
  const [, page, id] = location.hash.split("/");
  const known = PAGES.find((name) => name === page);
  return { page: known ?? "room", id: id ? decodeURIComponent(id) : null };
}
