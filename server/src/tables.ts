/** Every Drizzle table, for the test that holds them against the migrations. */
export * from './district/table.ts'
export * from './partnerships/table.ts'
export * from './catalog/table.ts'
export * from './priorities/table.ts'
export * from './schools/table.ts'
export * from './organizations/table.ts'
export * from './organizations/services-table.ts'
export * from './outcomes/table.ts'
