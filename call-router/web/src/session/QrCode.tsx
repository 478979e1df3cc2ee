import { qrDrawing } from "./qr";
import styles from "./session.module.css";

/** Text for a telephone's camera. Black on white in both looks: cameras read nothing else surely. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = qrDrawing(text);
  return (
    <svg
      className={styles.qr}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
      data-testid="enrolment-qr"
    >
      <path d={path} />
    </svg>
  );
}
