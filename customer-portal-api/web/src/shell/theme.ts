import { createTheme } from "@mantine/core";

/** The sizes and behaviours; colours stand in theme.css, because no style may be injected. */
export const theme = createTheme({
  primaryColor: "blue",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: "md" } },
    TextInput: { defaultProps: { size: "md" } },
    PasswordInput: { defaultProps: { size: "md" } },
    NativeSelect: { defaultProps: { size: "md" } },
    NumberInput: { defaultProps: { size: "md" } },
    Textarea: { defaultProps: { size: "md" } },
    SegmentedControl: { defaultProps: { size: "md", transitionDuration: 100 } },
    Checkbox: { defaultProps: { size: "md" } },
    Switch: { defaultProps: { size: "md" } },
    Chip: { defaultProps: { size: "md", variant: "outline" } },
  },
});
