import { addDays } from '@common-table/shared/calendar/dates'
import { holderRoles, unsettled, type Move } from '@common-table/shared/continuity/roles'
import type { NewDeparture } from '@common-table/shared/continuity/schemas'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import { merge } from '@common-table/shared/letters/merge'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import type { Db } from '../db/db.ts'
import type { Author } from '../db/transactions.ts'
import { insertLetters, longDay, templatesOf, type LetterRow, type Templates } from '../letters/index.ts'
import { notify } from '../notifications/index.ts'
import {
  affectedBy,
  carryOut,
  insertDeparture,
  insertFollowing,
  insertMoves,
  type Affected,
} from './departure-queries.ts'
import { asHoldings, holdingsRow, holdPartnerships } from './queries.ts'

/** Both sides read their vision anew within a month after the last day. */
const reconfirmDays = 30

/** Moves everything a person holds, in one transaction; nothing may be left without an owner. Answers the new id. */
export const recordDeparture = async (db: Db, body: NewDeparture, author: Author): Promise<string> => {
  const { personKind, personId, lastDay } = body
  const seen = (await holdingsRow(db, personKind, personId)) ?? notFound('person')
  await holdPartnerships(db, [...new Set(seen.items.map(({ partnership }) => partnership.id))])
  const row = (await holdingsRow(db, personKind, personId)) ?? notFound('person')
  const holdings = asHoldings(row)
  const moves = body.moves.map((move) => ({ ...move, schoolId: move.schoolId ?? null }))
  const { left, beside } = unsettled(holdings, moves)
  if (left.length > 0)
    throw refusal('left-without-owner', {
      detail: `Nobody is named for: ${row.items
        .filter((_, at) => left.includes(holdings[at]!)) // one holding for each item
        .map(({ partnership, role }) => `${partnership.name} (${nameOf(holderRoles, role, 'en')})`)
        .join('; ')}.`,
      fields: left.map(({ partnershipId, role }) => ({
        field: `moves.${partnershipId}.${role}`,
        rule: 'required' as const,
        message: 'Choose who takes over.',
      })),
    })
  if (beside.length > 0) throw fieldProblem('moves', 'This person does not hold that any more.', 'reference')
  const id = await insertDeparture(db, [
    personKind,
    personId,
    row.person.name,
    row.person.title,
    row.organizationId,
    lastDay,
    body.note ?? '',
    author.name,
  ])
  const asked = moves.map(({ partnershipId, role, schoolId, toId }) => ({
    partnership: partnershipId,
    role,
    school: schoolId,
    to_id: toId,
  }))
  if ((await insertMoves(db, id, asked, personId)) !== moves.length)
    throw fieldProblem(
      'moves',
      'Someone named here cannot take over. Choose an active person of that side.',
      'reference',
    )
  await carryOut(db, id, personId)
  const [affected, template] = await Promise.all([affectedBy(db, id, personId), templatesOf(db)])
  await insertLetters(
    db,
    affected.flatMap((one) => lettersFor(template, one, id, row.person.name, lastDay, author.name)),
    author.name,
  )
  const events = affected.map(({ id: partnership, moves: own }) => ({
    partnership,
    body: `${row.person.name} → ${[...new Set(own.map(({ toName }) => toName))].join(', ')}`,
  }))
  await insertFollowing(db, [
    id,
    addDays(lastDay, reconfirmDays),
    affected.map((one) => one.id),
    JSON.stringify(events),
    author.kind === 'user' ? author.id : null,
    author.name,
  ])
  await tellHeirs(db, id, personKind, row.person.name, moves, author)
  return id
}

/** Who takes something over is told what, unless they did it themselves. */
const tellHeirs = async (
  db: Db,
  departureId: string,
  personKind: 'user' | 'contact',
  name: string,
  moves: readonly Move[],
  author: Author,
): Promise<void> => {
  if (personKind === 'contact') return
  const heirs = Map.groupBy(moves, ({ toId }) => toId)
  for (const [heir, own] of heirs) {
    if (heir === author.id) continue
    const count = new Set(own.map(({ partnershipId }) => partnershipId)).size
    await notify(
      db,
      { userIds: [heir] },
      'continuity.taken',
      { name, n: count },
      `/people-changes/${departureId}`,
    )
  }
}

const lettersFor = (
  template: Templates,
  one: Affected,
  departure: string,
  personName: string,
  lastDay: string,
  fromName: string,
): LetterRow[] =>
  (['district', 'partner'] as const).map((side) => {
    const [to_name, to_address, locale] =
      side === 'partner'
        ? [one.partnerName, one.partnerAddress, one.partnerLocale]
        : [one.nextName, one.nextAddress, one.nextLocale]
    const kind = side === 'partner' ? 'leadership_change' : 'handover'
    const facts = {
      contact_name: to_name,
      person_leaving: personName,
      last_day: longDay(lastDay, locale),
      partner_name: one.organizationName,
      partnership_name: one.name,
      district_name: one.districtName,
      sender_name: fromName,
      successors: one.moves
        .map(
          ({ role, toName, schoolName }) =>
            `${toName} (${[nameOf(holderRoles, role, locale), schoolName].filter(Boolean).join(', ')})`,
        )
        .join('; '),
    }
    const { subject, body } = template(kind, locale)
    return {
      kind,
      side,
      organization: one.organizationId,
      partnership: one.id,
      departure,
      locale,
      to_name,
      to_address,
      subject: merge(subject, facts).slice(0, 300),
      body: merge(body, facts).slice(0, 8000),
    }
  })
