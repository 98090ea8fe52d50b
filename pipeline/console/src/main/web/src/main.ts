import { createApp } from "vue";
import App from "./App.vue";
import "./style.css";
import { recallSession } from "./account/session";
import { recallLanguage } from "./text/text";

recallLanguage();
void recallSession();
createApp(App).mount("#app");
