// What the server wrote into the page.
function meta(name: string): string {
  const content = document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';
  // left as it is when the page comes from the development server
  return content.startsWith('__') ? '' : content;
}

export const cspNonce = meta('csp-nonce');
export const sandboxLink = meta('sandbox');
