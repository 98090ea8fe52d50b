import { ref } from "vue";

/** The address that somebody wants to try, on its way to the form that adds cameras. */
export const pasted = ref("");

/** Takes it; it is then gone. */
export function takePasted(): string {
  const address = pasted.value;
  pasted.value = "";
  return address;
}
