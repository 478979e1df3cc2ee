/** What is asked of the stand-in, and what it can say. */
export type Json = Record<string, unknown>;

export interface Asked {
  readonly method: string;
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Json;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });
export const done: Answer = { status: 204 };

export function no(status: number, type: string, errors?: Json[]): Answer {
  return { status, body: { type, title: type, status, ...(errors ? { errors } : {}) } };
}

/** Rows that are listed, made, replaced and deleted. */
export function collection(rows: Json[], { method, parts, body }: Asked, fresh: Json): Answer {
  if (parts[1] === undefined) {
    if (method === "GET") return ok({ items: rows, next: null });
    const row = { ...fresh, ...body };
    rows.push(row);
    return created(row);
  }
  const index = rows.findIndex((each) => each.id === parts[1]);
  const row = rows[index];
  if (row === undefined) return no(404, "not-found");
  if (method === "DELETE") {
    rows.splice(index, 1);
    return done;
  }
  if (method === "PUT") {
    rows[index] = { ...row, ...body, version: Number(row.version) + 1 };
  }
  return ok(rows[index]);
}
