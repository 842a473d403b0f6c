import { defineConfig } from 'vitest/config';

// each file has a program and a browser of its own, on ports that were free: two go side by side while calls take their time
export default defineConfig({
  test: { include: ['tests/e2e/**/*.test.ts'], maxWorkers: 2, testTimeout: 120_000, hookTimeout: 120_000 },
});
