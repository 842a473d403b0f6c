// Days as the server takes them.

function day(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export function today(): string {
  return day(new Date());
}

export function daysAgo(days: number): string {
  const date = new Date();
  date.setDate(date.getDate() - days);
  return day(date);
}

/** Money as people write it; the server counts hundredths. */
export function money(hundredths: number, lang: string): string {
  return (hundredths / 100).toLocaleString(lang, hundredths % 100 === 0 ? { maximumFractionDigits: 0 } : { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
