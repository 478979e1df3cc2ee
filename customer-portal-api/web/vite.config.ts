import react from "@vitejs/plugin-react";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";

import { mockServer } from "./mock/plugin";

const server = process.env.PORTAL ?? "http://127.0.0.1:8444";

/** Where the API is when it is not the stand-in. */
const proxied = (mode: string) =>
  mode === "mock" ? {} : { proxy: { "/api": server, "/google": server } };

export default defineConfig(({ mode }) => ({
  plugins: [
    react(),
    VitePWA({
      strategies: "injectManifest",
      srcDir: "src/worker",
      filename: "service-worker.ts",
      injectRegister: false,
      // a name every server knows the type of
      manifestFilename: "manifest.json",
      injectManifest: {
        globPatterns: ["**/*.{js,css,html,svg,png,woff2,json}"],
        // the push provider's library is only wanted with a connection
        globIgnores: [
          "**/firebase-*.js",
          "**/inter-{cyrillic,greek,vietnamese}*",
          "**/inter-*-ext-*",
        ],
      },
      manifest: {
        id: "/",
        name: "Permanence",
        short_name: "Permanence",
        description: "Vos appels, vos messages, et ce que deviennent vos appels en ce moment.",
        lang: "fr",
        start_url: "/",
        scope: "/",
        display: "standalone",
        background_color: "#f4f6f8",
        theme_color: "#f4f6f8",
        icons: [
          { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
          { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
          {
            src: "/icon-512-maskable.png",
            sizes: "512x512",
            type: "image/png",
            purpose: "maskable",
          },
        ],
      },
    }),
    ...(mode === "mock" ? [mockServer()] : []),
  ],
  build: {
    target: "es2022",
    // the content security policy takes nothing inline
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        manualChunks: (id: string) => (id.includes("/@firebase/") ? "firebase" : undefined),
      },
    },
  },
  server: { host: "127.0.0.1", ...proxied(mode) },
  preview: { host: "127.0.0.1", ...proxied(mode) },
  test: { environment: "node", include: ["src/**/*.test.{ts,tsx}"] },
}));
