import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

import { strict } from "../../infra/deploy/web-lint/eslint.strict.mjs";

export default strict({ tseslint, jsxA11y, reactHooks, root: import.meta.dirname });
