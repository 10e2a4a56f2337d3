import { fieldProblem } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import { actsFor } from '@common-table/shared/reconciliation/acts'
import { mismatchesOf, type Mismatch } from '@common-table/shared/reconciliation/mismatches'
import type { MismatchAct, MismatchListed } from '@common-table/shared/reconciliation/schemas'
import type { Db } from '../db/db.ts'
import { addOrganization, addProgram } from '../organizations/index.ts'
import {
  addSites,
  callItAName,
  callItAPartner,
  endSites,
  leaveSchool,
  rejoinSchool,
  restoreSites,
  storeSettling,
  takeOverSeats,
  tellHistory,
  undoData,
  type Undo,
} from './act-queries.ts'
import { compareSides } from './compare.ts'
import { twoSides } from './queries.ts'

const missing = (field: string, message: string): never => {
  throw fieldProblem(field, message, 'required')
}

const programsToAdd = async (
  db: Db,
  { organization, service, says, programs }: MismatchListed,
  { serviceId, program }: MismatchAct,
): Promise<string[]> => {
  if (program && organization) {
    const added = await addProgram(db, organization.id, program, 'reconciliation')
    if (!added) throw fieldProblem('program.categoryId', 'There is no such kind of help.', 'reference')
    return [added]
  }
  if (serviceId && !programs.some(({ id }) => id === serviceId))
    throw fieldProblem('serviceId', 'Choose a program of this partner.', 'reference')
  const said = service ? [service.id] : says.partner?.present ? (says.partner.services ?? []) : []
  const chosen = serviceId
    ? [serviceId]
    : said.length > 0
      ? said
      : programs.length === 1
        ? [programs[0]!.id]
        : []
  return chosen.length > 0
    ? chosen
    : missing('serviceId', 'Choose which of the partner’s programs is at the school, or name it.')
}

/** Does what a press says, and answers what takes it back. */
const act = async (db: Db, row: MismatchListed, body: MismatchAct, by: string): Promise<Undo> => {
  const { school, organization, service, says, name } = row
  const reason = body.reason?.trim() ?? ''
  switch (body.how) {
    case 'leave':
      return reason === '' ? missing('reason', 'Say why it stays as it is: both sides may ask.') : {}
    case 'end_here': {
      const sites = await endSites(db, school.id, organization!.id, service?.id ?? null) // acts of a pair have a partner
      const partnerships = service
        ? []
        : await leaveSchool(
            db,
            school.id,
            organization!.id,
            `${school.name}: ended in the reconciliation. ${reason}`,
            by,
          )
      return { sites, partnerships }
    }
    case 'add_here':
      return { sites: await addSites(db, school.id, await programsToAdd(db, row, body)) }
    case 'correct_seats':
      return {
        sites: await takeOverSeats(
          db,
          school.id,
          service!.id,
          says.partner?.seats ?? { maximum: null, available: null },
        ), // of a program
      }
    case 'known_as':
      return called(db, row, body.organizationId ?? missing('organizationId', 'Choose the partner.'))
    case 'add_partner':
      return called(db, row, await addOrganization(db, { name, status: 'active' }))
  }
}

const called = async (db: Db, { school, name }: MismatchListed, organizationId: string): Promise<Undo> => {
  await callItAPartner(db, school.id, name, organizationId)
  return { called: { name, organizationId } }
}

const sameRow = (row: MismatchListed) => (one: Mismatch) =>
  one.kind === row.kind &&
  one.schoolId === row.school.id &&
  one.organizationId === (row.organization?.id ?? null) &&
  one.serviceId === (row.service?.id ?? null) &&
  one.name === row.name

const placeOf = ({ school, organization }: MismatchListed) => ({
  schoolId: school.id,
  ...(organization && { organizationId: organization.id }),
})

/** What the sides say of a row just now; undefined where they agree. */
const saidNow = async (db: Db, row: MismatchListed) =>
  mismatchesOf(await twoSides(db, placeOf(row))).find(sameRow(row))?.says

/** Settles a row and keeps its neighbours in step. It stays settled until somebody says something else. */
export const settle = async (
  db: Db,
  row: MismatchListed,
  body: MismatchAct,
  ifMatch: number,
  by: string,
): Promise<boolean> => {
  if (row.status !== 'open') throw refusal('mismatch-settled')
  if (!actsFor(row).includes(body.how)) throw refusal('mismatch-act')
  const undo = await act(db, row, body, by)
  const says = await saidNow(db, row)
  const reason = body.reason?.trim() ?? ''
  const settled = { status: 'resolved' as const, resolution: body.how, reason, by, undo, says }
  if (!(await storeSettling(db, row.id, ifMatch, settled))) return false
  await tellHistory(db, row.id, 'resolved', by, { resolution: body.how, note: reason })
  await compareSides(db, { schoolId: row.school.id }, by)
  return true
}

/** Takes a settlement back, where what it changed is still as it left it. */
export const takeBack = async (
  db: Db,
  row: MismatchListed,
  ifMatch: number,
  by: string,
): Promise<boolean> => {
  if (row.status !== 'resolved') throw refusal('mismatch-open')
  const { sites = [], partnerships = [], called: partner } = await undoData(db, row.id)
  if (sites.length > 0 && (await restoreSites(db, sites)).length < sites.length)
    throw refusal('mismatch-moved-on')
  if (partnerships.length > 0) await rejoinSchool(db, partnerships, row.school.id)
  if (partner) await callItAName(db, row.school.id, partner)
  const open = { status: 'open' as const, resolution: null, reason: '', by: '', undo: null }
  if (!(await storeSettling(db, row.id, ifMatch, { ...open, says: await saidNow(db, row) }))) return false
  await tellHistory(db, row.id, 'undone', by, { resolution: row.resolution })
  await compareSides(db, { schoolId: row.school.id }, by)
  return true
}
