import { onBeforeUnmount, type Ref } from "vue";
import { t } from "../text/text";

/** The tab says how many wait, by turns, so that it is seen from behind other windows. */
export function useTitle(waiting: Ref<number>): void {
  let turn = false;
  const timer = setInterval(() => {
    turn = !turn;
    const calls = waiting.value > 0 && turn;
    document.title = calls ? `【${t("room.waiting", { n: waiting.value })}】` : t("app.long");
  }, 900);
  onBeforeUnmount(() => clearInterval(timer));
}
