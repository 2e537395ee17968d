/** An expression of type timestamptz as Instant text, for where PostgreSQL itself makes the JSON. */
export function instantSql(expression: string): string {
  return `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
