import { Button, type ButtonProps } from "@mantine/core";
import type { MouseEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { useNotice } from "../../shell/notice";
import { useOffline } from "../state";

interface Props extends ButtonProps {
  readonly children: ReactNode;
  readonly onClick?: (event: MouseEvent<HTMLButtonElement>) => void;
  readonly type?: "button" | "submit";
  readonly "aria-label"?: string;
  readonly "aria-pressed"?: boolean;
  readonly "data-testid"?: string;
}

/**
 * A button that needs the server. Offline it is greyed but can still be touched, and then says why
 * it does nothing.
 */
export function ActionButton({ onClick, type = "button", children, ...rest }: Props) {
  const { t } = useTranslation();
  const notice = useNotice();
  const offline = useOffline();
  const act = (event: MouseEvent<HTMLButtonElement>) => {
    if (offline) {
      event.preventDefault();
      notice.tell(t("offline.needsConnection"));
      return;
    }
    onClick?.(event);
  };
  return (
    <Button
      {...rest}
      type={type}
      onClick={act}
      {...(offline ? { "data-disabled": true, "aria-disabled": true } : {})}
    >
      {children}
    </Button>
  );
}
