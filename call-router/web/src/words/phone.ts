/**
 * Telephone numbers as people write them. The server checks them properly; this only reads what
 * a secretary types and shows what it stored.
 */

/** E.164 of what was typed (06 39 98 01 01, 0033…, +32 …), or undefined. */
export function toE164(typed: string): string | undefined {
  const digits = typed.replace(/[\s.\-()/\u00a0\u202f]/g, "");
  let number = digits;
  if (number.startsWith("00")) number = `+${number.slice(2)}`;
  else if (/^0[1-9]/.test(number)) number = `+33${number.slice(1)}`;
  if (number.startsWith("+330")) number = `+33${number.slice(4)}`;
  if (number.startsWith("+33")) return /^\+33[1-9]\d{8}$/.test(number) ? number : undefined;
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : undefined;
}

/** +33639980101 → 06 39 98 01 01; others in pairs behind the sign. Half-typed text stays as it is. */
export function phone(number: string): string {
  const e164 = toE164(number);
  if (e164 === undefined) return number;
  if (e164.startsWith("+33")) return pairs(`0${e164.slice(3)}`);
  const head = e164.length % 2 === 1 ? 3 : 4;
  return `${e164.slice(0, head)} ${pairs(e164.slice(head))}`;
}

function pairs(digits: string): string {
  return digits.replace(/(\d\d)(?=\d)/g, "$1\u00a0");
}
