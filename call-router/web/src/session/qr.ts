import { encode } from "uqr";

/** A QR code as one path: each dark run of a line is a rectangle; the quiet zone is part of it. */
export interface QrDrawing {
  /** Width and height, in cells. */
  size: number;
  path: string;
}

/** The empty cells around, which a camera needs (ISO 18004). */
const quietZone = 4;

export function qrDrawing(text: string): QrDrawing {
  const { data, size } = encode(text, { ecc: "M", border: quietZone });
  const runs = data.flatMap((line, y) =>
    [
      ...line
        .map((dark) => (dark ? "#" : " "))
        .join("")
        .matchAll(/#+/g),
    ].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
  );
  return { size, path: runs.join("") };
}
