/** A French number grouped as French people write it, any other with its country code. */
export function written(number: string): string {
  if (/^\+33[1-9]\d{8}$/.test(number)) {
    const national = `0${number.slice(3)}`;
    return (national.match(/\d\d/g) ?? []).join(" ");
  }
  return number;
}

/**
 * What somebody typed, as E.164, or null when it cannot be a number. Without a country code it is read
 * as French; the server has the last word on whether the number exists.
 */
export function typed(text: string): string | null {
  const plain = text.replace(/[\s.\-()/\u00a0\u202f]/g, "").replace(/^(\+33)0/, "$1");
  if (/^\+[1-9]\d{5,14}$/.test(plain)) return plain;
  if (/^00[1-9]\d{5,14}$/.test(plain)) return `+${plain.slice(2)}`;
  if (/^0[1-9]\d{8}$/.test(plain)) return `+33${plain.slice(1)}`;
  return null;
}
