import { defineConfig } from 'vitest/config';

// not a test: it writes docs/screens
export default defineConfig({ test: { include: ['shots/**/*.shots.ts'], testTimeout: 300_000, hookTimeout: 120_000 } });
