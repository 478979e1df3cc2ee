import { encode } from "uqr";
import { expect, it } from "vitest";

import { qrDrawing } from "./qr";

/** Which cells a drawing darkens, as lines of text. */
function cells({ size, path }: { size: number; path: string }): string[] {
  const grid = Array.from({ length: size }, () => Array.from({ length: size }, () => " "));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    grid[Number(y)]?.fill("#", Number(x), Number(x) + Number(width));
  }
  return grid.map((line) => line.join(""));
}

it("draws every dark cell of the code and leaves four empty ones around", () => {
  const address = "otpauth://totp/Permanence:camille?secret=JBSWY3DPEHPK3PXP&issuer=Permanence";
  const drawn = cells(qrDrawing(address));
  const bare = encode(address, { ecc: "M", border: 0 }).data;
  const inner = drawn.slice(4, -4).map((line) => line.slice(4, -4));
  expect(inner).toEqual(bare.map((line) => line.map((dark) => (dark ? "#" : " ")).join("")));
  expect(drawn.join("").replaceAll(" ", "")).toBe(inner.join("").replaceAll(" ", ""));
});
