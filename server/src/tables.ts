/** Every Drizzle table, for the test that holds them against the migrations. */
export * from './district/table.ts'
export * from './partnerships/table.ts'
