/** Text as people typed it, but no line begins with « ; : ! ? » (French sets a space before them). */
export function unbroken(text: string): string {
  return text.replace(/ ([;:!?»])/g, "\u00a0$1").replace(/« /g, "«\u00a0");
}
