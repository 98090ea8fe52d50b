import { ref } from "vue";
import { Refused, get, onSignedOut, post } from "../api/client";
import type { Me } from "../api/people";

/** Who is signed in; null where nobody is, undefined before the server has said. */
export const me = ref<Me | null>();
export const sessionEnded = ref(false);

onSignedOut(() => {
  sessionEnded.value = me.value != null;
  me.value = null;
});

export async function recallSession(): Promise<void> {
  // A server that is away has not signed anybody out.
  me.value = await get<Me>("/api/me").catch((why: unknown) =>
    why instanceof Refused && why.status === 401 ? null : (me.value ?? null),
  );
}

export async function signIn(user: string, password: string): Promise<void> {
  me.value = await post<Me>("/api/login", { user, password });
  sessionEnded.value = false;
}

export async function signOut(): Promise<void> {
  await post("/api/logout").catch(() => {});
  me.value = null;
}

/** A changed password ends every session of its owner, this one too: who changed it comes straight back in. */
export async function changePassword(old: string, next: string): Promise<void> {
  const user = me.value?.user ?? "";
  await post("/api/password", { old, new: next });
  await signIn(user, next);
}
