import "@fontsource-variable/inter/wght.css";
import "./shell/mantine.css";
import "./shell/theme.css";
import "./shell/parts.css";
import "./figure/figure.css";

import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import type { Session } from "./contract/types";
import { keep, restore } from "./offline/copy";
import { SESSION, sessionEnded } from "./session/state";
import { startLanguage } from "./shell/language";
import { createQueries, onSignedOut } from "./shell/queries";
import { theme } from "./shell/theme";
import { App } from "./shell/view/App";
import { registerWorker } from "./shell/worker";

const queries = createQueries();

async function start(root: HTMLElement): Promise<void> {
  await Promise.all([startLanguage(), restore(queries, Date.now())]);
  keep(queries, () => Boolean(queries.getQueryData<Session | null>(SESSION)));
  onSignedOut(() => {
    void sessionEnded(queries);
  });
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        withCssVariables={false}
        withGlobalClasses={false}
        deduplicateInlineStyles
      >
        <QueryClientProvider client={queries}>
          <App />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
  registerWorker();
}

const root = document.getElementById("root");
if (root !== null) void start(root);
