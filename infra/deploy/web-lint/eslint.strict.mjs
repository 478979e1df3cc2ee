/**
 * The rules every web part of Permanence keeps. The plugins are handed in, because they are
 * installed in the web part and not here.
 *
 * @param {{ tseslint: any, jsxA11y: any, reactHooks: any, root: string }} parts
 */
export function strict({ tseslint, jsxA11y, reactHooks, root }) {
  return [
    { ignores: ["dist/", "node_modules/", "**/*.d.ts"] },
    ...tseslint.config({
      files: ["**/*.{ts,tsx}"],
      extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
      languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    }),
    { files: ["**/*.tsx"], ...jsxA11y.flatConfigs.strict },
    {
      files: ["**/*.{ts,tsx}"],
      plugins: { "react-hooks": reactHooks },
      rules: {
        ...reactHooks.configs.recommended.rules,
        // a handler that returns nothing may be written on one line
        "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
        "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
        "@typescript-eslint/switch-exhaustiveness-check": "error",
        // a file fits in the head
        "max-lines": ["error", { max: 400, skipBlankLines: true }],
        "no-console": "error",
        eqeqeq: "error",
      },
    },
    {
      files: ["**/*.tsx"],
      rules: {
        // stored text is never markup
        "no-restricted-syntax": [
          "error",
          {
            selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
            message: "Text that people typed is never markup.",
          },
        ],
      },
    },
  ];
}
