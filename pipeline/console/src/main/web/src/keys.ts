import { onBeforeUnmount, onMounted } from "vue";

export type Keys = Record<string, (() => void) | undefined>;

/**
 * One-key commands while a component is shown, by the key's place on the keyboard: with a Chinese input method on, what
 * a key means is not what it says.
 */
export function useKeys(keys: () => Keys): void {
  const pressed = (press: KeyboardEvent) => {
    if (press.ctrlKey || press.altKey || press.metaKey || press.repeat || takesText(press.target)) {
      return;
    }
    const command = keys()[press.code.replace("Numpad", "Digit")];
    if (command !== undefined) {
      press.preventDefault();
      command();
    }
  };
  onMounted(() => window.addEventListener("keydown", pressed));
  onBeforeUnmount(() => window.removeEventListener("keydown", pressed));
}

function takesText(target: EventTarget | null): boolean {
  const field = target instanceof HTMLElement ? target : null;
  return field?.matches("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]") ?? false;
}
