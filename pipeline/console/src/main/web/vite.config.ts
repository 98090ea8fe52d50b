import vue from "@vitejs/plugin-vue";
import { loadEnv } from "vite";
import { defineConfig } from "vitest/config";

/** `KAKOU=http://127.0.0.1:8080 npm run dev` works on the pages against a console that runs. */
export default defineConfig(({ mode }) => ({
  plugins: [vue()],
  build: {
    outDir: "../../../target/classes/web",
    emptyOutDir: true,
    target: "es2022",
    // What a unit opens on its phone is a page of its own: it carries nothing of the room.
    rollupOptions: { input: { index: "index.html", phone: "phone.html" } },
  },
  server: { proxy: { "/api": loadEnv(mode, ".", "KAKOU")["KAKOU"] ?? "http://127.0.0.1:8080" } },
  test: { environment: "node", include: ["src/**/*.test.ts"] },
}));
