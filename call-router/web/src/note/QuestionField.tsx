import { NativeSelect, Radio, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Question } from "../contract";
import styles from "./note.module.css";

interface QuestionFieldProps {
  question: Question;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** One question of the customer, as the field its type asks for. */
export function QuestionField({ question, value, error, onChange }: QuestionFieldProps) {
  const { t } = useTranslation();
  const common = {
    label: question.label,
    withAsterisk: question.required,
    error,
    "data-testid": `question-${question.questionId}`,
  };
  switch (question.type) {
    case "yes-no":
      return (
        <Choices
          {...common}
          value={value}
          onChange={onChange}
          choices={[
            { value: "yes", label: t("note.yes") },
            { value: "no", label: t("note.no") },
          ]}
        />
      );
    case "choice":
      return (question.choices?.length ?? 0) <= 4 ? (
        <Choices
          {...common}
          value={value}
          onChange={onChange}
          choices={(question.choices ?? []).map((choice) => ({ value: choice, label: choice }))}
        />
      ) : (
        <NativeSelect
          {...common}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          data={[{ value: "", label: t("note.choose") }, ...(question.choices ?? [])]}
        />
      );
    case "long-text":
      return (
        <Textarea
          {...common}
          rows={3}
          maxLength={2000}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case "text":
    case "number":
    case "date":
    case "time":
    case "phone":
      return (
        <TextInput
          {...common}
          type={inputType[question.type]}
          inputMode={question.type === "number" ? "decimal" : undefined}
          autoComplete="off"
          maxLength={2000}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}

const inputType = {
  text: "text",
  number: "text",
  date: "date",
  time: "time",
  phone: "tel",
} as const;

interface ChoicesProps {
  label: string;
  withAsterisk: boolean;
  error: string | undefined;
  "data-testid": string;
  value: string;
  onChange: (value: string) => void;
  choices: { value: string; label: string }[];
}

function Choices({ choices, ...group }: ChoicesProps) {
  return (
    <Radio.Group {...group}>
      <div className={styles.choices} data-fault={group.error !== undefined || undefined}>
        {choices.map(({ value, label }) => (
          <Radio key={value} value={value} label={label} />
        ))}
      </div>
    </Radio.Group>
  );
}
