import { ref } from "vue";
import { serverClock } from "../api/client";

/** The server's time, milliseconds since 1970, four times a second, so that no countdown skips a second. */
export const now = ref(serverClock.at(Date.now()));

setInterval(() => (now.value = serverClock.at(Date.now())), 250);
