/** The name with its mark: a telephone's ear, two arcs listening. */
export function Wordmark() {
  return (
    <p className="wordmark">
      <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden focusable="false">
        <rect width="32" height="32" rx="9" fill="var(--accent)" />
        <path
          d="M10 23V9h7a5 5 0 0 1 0 10h-3"
          fill="none"
          stroke="var(--on-accent)"
          strokeWidth="3"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      Permanence
    </p>
  );
}
