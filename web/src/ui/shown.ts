/** A value of the settings as a person reads it. */
export function shown(value: unknown): string {
  if (value === undefined || value === null || value === '') return '—';
  if (typeof value === 'boolean') return value ? '✓' : '✗';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.length === 0) return '—';
  return JSON.stringify(value);
}
