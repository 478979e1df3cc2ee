import { Button, createTheme } from "@mantine/core";

const accent = "#0e5a78";

/**
 * The variables Mantine would write into a style element stand in `base.css`, because the content
 * security policy takes no inline style; here are only the names.
 */
export const theme = createTheme({
  primaryColor: "accent",
  colors: {
    accent: [accent, accent, accent, accent, accent, accent, accent, accent, accent, accent],
  },
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { radius: 4 },
      vars: (_, { variant }) =>
        variant === undefined || variant === "filled"
          ? {
              root: {
                "--button-bg": "var(--accent)",
                "--button-hover": "var(--accent-strong)",
                "--button-color": "var(--on-accent)",
              },
            }
          : { root: {} },
    }),
  },
});
