import { notFound } from '@common-table/shared/contract/problem'
import type { OrganizationType } from '@common-table/shared/organizations/vocabulary'
import { coreSeats, sectorCoverage } from '@common-table/shared/pipeline/sector-coverage'
import type { Candidate, SchoolTable } from '@common-table/shared/pipeline/table-schemas'
import type { Sector } from '@common-table/shared/vocabulary/sectors'
import type { Db } from '../db/db.ts'
import { candidatesOf, tableMembers } from './table-queries.ts'

/** Who sits at a school's table, and who could be asked for the sectors nobody speaks for. */
export const schoolTable = async (
  db: Db,
  scope: readonly string[] | null,
  schoolId: string,
): Promise<SchoolTable> => {
  const found = (await tableMembers(db, scope, schoolId)) ?? notFound('school')
  const coverage = sectorCoverage(
    found.members.map((member) => ({
      ...member,
      type: member.type as OrganizationType, // the table holds the same list
      helpGroups: [],
    })),
  )
  const open = coverage.filter(({ seat }) => seat === 'missing').map(({ sector }) => sector)
  const candidates = open.length > 0 ? await candidatesOf(db, schoolId, open) : []
  const bySector = new Map<Sector, Candidate[]>()
  for (const { sector, ...candidate } of candidates)
    bySector.set(sector, [...(bySector.get(sector) ?? []), candidate])
  return {
    school: found.school,
    ...coreSeats(coverage),
    seats: coverage.map(({ members, ...seat }) => ({
      ...seat,
      members: members.map(({ organization, type, standing, partnershipId, prospectId }) => ({
        organization,
        type,
        standing,
        partnershipId,
        prospectId,
      })),
      candidates: bySector.get(seat.sector) ?? [],
    })),
  }
}
