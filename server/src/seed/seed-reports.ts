import { reportsContract } from '@common-table/shared/reports/contract'
import type { Seed } from './seeds.ts'

/** This quarter for the board, and this month for everybody: made in the background when the product runs. */
export const seedReports: Seed = async ({ call, today }) => {
  const { items: known } = await call(reportsContract.listReports, { query: { limit: 1 } })
  if (known.length > 0) return
  await call(reportsContract.makeReport, { body: { kind: 'coordinator_month', day: today } })
  await call(reportsContract.makeReport, { body: { kind: 'board_quarter', day: today } })
}
