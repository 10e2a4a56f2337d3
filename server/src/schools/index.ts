export { upsertSchools, type SchoolRow, type UpsertedSchool } from './upsert.ts'
export { principalOf, principalSql } from './principal-sql.ts'
