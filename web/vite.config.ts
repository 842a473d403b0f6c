import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  // no style or script in the page itself: the server's policy forbids it
  // browsers that know light-dark(), by which both themes are written
  build: { cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'], assetsInlineLimit: 0, cssCodeSplit: true, modulePreload: { polyfill: false },
    // what most pages share travels as one file: small ones weigh less than their headers
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', test: /node_modules/, minShareCount: 6 }] } } } },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  test: { include: ['tests/unit/**/*.test.ts'] },
});
