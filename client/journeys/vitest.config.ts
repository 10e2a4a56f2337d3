import { defineConfig } from 'vitest/config'

/** Journeys drive the real product in a real browser, one after the other: they share one installation. */
export default defineConfig({
  cacheDir: '../node_modules/.vite-journeys',
  test: {
    name: 'journeys',
    include: ['**/*.test.ts'],
    globalSetup: ['support/product.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    fileParallelism: false,
    sequence: { concurrent: false },
  },
})
