import type { IncomingMessage, ServerResponse } from "node:http";
import type { Plugin } from "vite";

import { answer } from "./portal";

/** What the real server sends with every page. */
const HEADERS = {
  "Content-Security-Policy":
    "default-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
    "font-src 'self'; worker-src 'self'; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};

type Next = () => void;

/** A stand-in for the portal inside Vite's own servers, for developing screens without the rest. */
export function mockServer(): Plugin {
  const api = (request: IncomingMessage, response: ServerResponse, next: Next) => {
    if (request.url?.startsWith("/api/v1") ?? false) {
      answer(request, response);
    } else {
      next();
    }
  };
  return {
    name: "permanence-mock",
    configureServer: (server) => {
      server.middlewares.use(api);
    },
    configurePreviewServer: (server) => {
      server.middlewares.use((request, response, next) => {
        for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
        api(request, response, next);
      });
    },
  };
}
