const BROWSERS: [RegExp, string][] = [
  [/YaBrowser/, 'Яндекс Браузер'], [/Edg\//, 'Edge'], [/OPR\//, 'Opera'], [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'], [/Safari\//, 'Safari'], [/^curl/, 'curl'],
];
const SYSTEMS: [RegExp, string][] = [
  [/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Windows/, 'Windows'], [/Mac OS X/, 'macOS'], [/Linux/, 'Linux'],
];

function first(list: [RegExp, string][], text: string): string | undefined {
  return list.find(([pattern]) => pattern.test(text))?.[1];
}

/** What people call a browser, from what it calls itself; empty when it says nothing known. */
export function browserName(agent: string): string {
  return [first(BROWSERS, agent), first(SYSTEMS, agent)].filter(Boolean).join(', ');
}
