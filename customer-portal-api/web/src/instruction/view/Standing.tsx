import { IconInfoCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import type { Instruction, Window } from "../../contract/types";
import { neighbours } from "../precedence";
import { windowInWords } from "../wording";

interface Props {
  readonly window: Window;
  readonly createdAt: number;
  readonly others: readonly Instruction[];
  readonly timeZone: string;
}

/** Which instructions this one wins over, and which win over it (A3). */
export function Standing({ window, createdAt, others, timeZone }: Props) {
  const { t, i18n } = useTranslation();
  const { over, under } = neighbours({ window, createdAt }, others, timeZone);
  const named = (instructions: readonly Instruction[]) =>
    instructions
      .map(
        (each) =>
          `${windowInWords(each.window, timeZone, i18n.language, t)} (${t(`now.choice.${each.putThrough}`)})`,
      )
      .join(" ; ");
  return (
    <div className="hint" role="note" data-testid="winning-window">
      <IconInfoCircle size={18} aria-hidden />
      <div>
        <p>{t("form.valid", { window: windowInWords(window, timeZone, i18n.language, t) })}</p>
        {under.length > 0 && <p>{t("form.loses", { others: named(under) })}</p>}
        {over.length > 0 && <p>{t("form.wins", { others: named(over) })}</p>}
        {over.length + under.length === 0 && <p>{t("form.alone")}</p>}
      </div>
    </div>
  );
}
