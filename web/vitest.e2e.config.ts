import { defineConfig } from 'vitest/config';

// one program at a time, and a browser is slower than a function
export default defineConfig({
  test: { include: ['tests/e2e/**/*.test.ts'], fileParallelism: false, testTimeout: 60_000, hookTimeout: 60_000 },
});
