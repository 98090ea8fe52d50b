import { createApp } from "vue";
import PhonePage from "./PhonePage.vue";
import "./phone.css";

createApp(PhonePage).mount("#app");
