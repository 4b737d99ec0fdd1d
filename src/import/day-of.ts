/** A date of any form as `2024-05-01`; nothing when it is none. */
export function dayOf(value: unknown): string | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, 10);
  if (typeof value === 'number') return dayOf(new Date(value * 1000));
  if (typeof value !== 'string') return undefined;
  const [iso] = /^\d{4}-\d{2}-\d{2}/.exec(value.trim()) ?? [];
  const at = new Date(iso ?? `${value} UTC`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString().slice(0, 10);
}
