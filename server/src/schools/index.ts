export { upsertSchools, type SchoolRow, type UpsertedSchool } from './upsert.ts'
