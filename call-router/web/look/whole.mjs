/** Widths of the windows a secretary works in; from the first on the header shows everything whole (SCREENS: console). */
export const WORKING = [1280, 1366, 1440, 1920];

/** For the page: what is wrong with how something in the header is shown; empty when it is whole, or not there. */
export const inHeader = (id) => {
  const shown = document.querySelector(`header [data-testid="${id}"]`);
  if (!shown) return "";
  const header = shown.closest("header");
  const [box, bar] = [shown.getBoundingClientRect(), header.getBoundingClientRect()];
  const within = (o) =>
    o.left <= box.left &&
    box.right <= o.right + 1 &&
    o.top <= box.top &&
    box.bottom <= o.bottom + 1;
  const meets = (o) =>
    o.left < box.right && box.left < o.right && o.top < box.bottom && box.top < o.bottom;
  if (shown.scrollWidth > shown.clientWidth + 1) return "cut off";
  if (box.height > 1.5 * parseFloat(getComputedStyle(shown).lineHeight)) return "on several lines";
  if (!within(bar) || box.right > innerWidth) return "outside of the header";
  for (let around = shown.parentElement; around !== header; around = around.parentElement)
    if (getComputedStyle(around).overflow !== "visible" && !within(around.getBoundingClientRect()))
      return "cut off";
  const others = [...header.children].filter((each) => !each.contains(shown));
  return others.some((each) => meets(each.getBoundingClientRect())) ? "covered" : "";
};
