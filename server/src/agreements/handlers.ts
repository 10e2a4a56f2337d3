import type { agreementsContract } from '@common-table/shared/agreements/contract'
import { amendmentOf, renewalOf, type Prefilled } from '@common-table/shared/agreements/prefill'
import type { AgreementChange } from '@common-table/shared/agreements/schemas'
import { requiredCodes, sectionsFor } from '@common-table/shared/agreements/sections'
import { standingOn, termEnd } from '@common-table/shared/agreements/term'
import { agreementTypes } from '@common-table/shared/agreements/vocabulary'
import { permits, roleNames } from '@common-table/shared/contract/permission'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import { refuseStale } from '../audit/index.ts'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { insertObligation } from '../obligations/index.ts'
import { frozen, wrongStage } from './draft-only.ts'
import { agreementsOf, clockOf, keepStandards } from './list-queries.ts'
import { amendmentUnderWay, holdAgreement, partiesOf, type AgreementRow } from './queries.ts'
import { insertAgreement, insertSections, updateAgreement } from './queries-write.ts'
import { isSigner, signersOf } from './signers-queries.ts'
import { termOf, theAgreement, theRow, viewOf } from './view.ts'

const checkDays = (startsOn: string | null | undefined, endsOn: string | null | undefined): void => {
  if (startsOn && endsOn && endsOn <= startsOn)
    throw fieldProblem('endsOn', 'The agreement must end after it begins.', 'order')
}

/** Roles whose people may sign for the district. */
const signing = roleNames.filter((role) => permits(role, 'agreements:approve'))

const checkSigner = async (db: Db, userId: string | null | undefined): Promise<void> => {
  if (userId && !(await isSigner(db, userId, signing)))
    throw fieldProblem(
      'districtSignerId',
      'This person may not sign for the district. Choose a director or an administrator.',
      'choose',
    )
}

/** Who signs may change until it is signed; everything else is frozen once it has left draft. */
const signersOnly = (change: AgreementChange): boolean =>
  Object.keys(change).every((name) => name === 'districtSignerId' || name === 'partnerSignerId')

/** Sections that a new type or new facts ask for. */
const addMissing = async (db: Db, { agreement, districtName }: AgreementRow): Promise<void> => {
  const required = requiredCodes(agreement.type, agreement.facts)
  const there = new Set(agreement.sections.map(({ code }) => code))
  const names = { district: districtName, partner: agreement.organization.name }
  const planned = sectionsFor(agreement.type, agreement.facts, agreement.language, names)
  await insertSections(
    db,
    agreement.id,
    planned.filter(({ code }) => required.includes(code) && !there.has(code)),
  )
}

const begin = async (
  db: Db,
  row: AgreementRow,
  { sections, obligations, ...terms }: Prefilled,
  amended: { reason: string; note: string } | null,
): Promise<string> => {
  const id = await insertAgreement(db, {
    ...terms,
    partnershipId: row.agreement.partnership.id,
    fromAgreementId: row.agreement.id,
    amendmentReason: amended?.reason ?? null,
    amendmentNote: amended?.note ?? '',
  })
  await insertSections(db, id, sections)
  for (const obligation of obligations) await insertObligation(db, id, obligation)
  return id
}

export const agreementsHandlers: Handlers<typeof agreementsContract> = {
  listAgreements: async ({ db, actor, query, page }) =>
    listAnswer(await agreementsOf(db, actor.schoolIds, query, page.after), page),

  getStageClock: async ({ db, actor }) => json(await clockOf(db, actor.schoolIds)),

  setStageStandards: async ({ db, actor, body }) => {
    await keepStandards(db, body)
    return json(await clockOf(db, actor.schoolIds))
  },

  listSigners: async ({ db }) => json(await signersOf(db, signing)),

  getAgreement: ({ db, actor, params }) => theAgreement(db, actor.schoolIds, params.agreementId),

  beginAgreement: async ({ db, params: { partnershipId }, body }) => {
    const parties = (await partiesOf(db, partnershipId)) ?? notFound('partnership')
    checkDays(body.startsOn, body.endsOn)
    await checkSigner(db, body.districtSignerId)
    const language = body.language ?? 'en'
    const id = await insertAgreement(db, {
      partnershipId,
      kind: 'new',
      fromAgreementId: null,
      title: body.title ?? `${nameOf(agreementTypes, body.type, language)}: ${parties.name}`.slice(0, 200),
      type: body.type,
      language,
      facts: body.facts,
      startsOn: body.startsOn ?? null,
      endsOn: body.endsOn ?? null,
      renews: body.renews ?? false,
      termMonths: body.termMonths ?? 12,
      noticeDays: body.noticeDays ?? 30,
      amountCents: body.amountCents ?? null,
      dataSharing: body.dataSharing ?? null,
      districtSignerId: body.districtSignerId ?? null,
      partnerSignerId: body.partnerSignerId ?? null,
      amendmentReason: null,
      amendmentNote: '',
    })
    await insertSections(db, id, sectionsFor(body.type, body.facts, language, parties))
    return theAgreement(db, null, id)
  },

  changeAgreement: async ({ db, params: { agreementId }, body, ifMatch }) => {
    await holdAgreement(db, agreementId)
    const row = await theRow(db, null, agreementId)
    const { agreement } = row
    if (
      agreement.stage !== 'draft' &&
      !(signersOnly(body) && !['signed', 'withdrawn'].includes(agreement.stage))
    )
      wrongStage(agreement.stage, frozen(agreement.stage))
    checkDays(
      body.startsOn === undefined ? agreement.startsOn : body.startsOn,
      body.endsOn === undefined ? agreement.endsOn : body.endsOn,
    )
    await checkSigner(db, body.districtSignerId)
    if (!(await updateAgreement(db, agreementId, ifMatch, body)))
      return refuseStale(
        db,
        {
          table: 'agreements',
          id: agreementId,
          version: row.version,
          readVersion: ifMatch,
          quiet: ['stage_since'],
        },
        viewOf(row, 'empty'),
      )
    if (body.type || body.facts) await addMissing(db, await theRow(db, null, agreementId))
    return theAgreement(db, null, agreementId)
  },

  renewAgreement: async ({ db, params }) => {
    const row = await theRow(db, null, params.agreementId)
    if (row.agreement.stage !== 'signed') wrongStage(row.agreement.stage, 'agreement-not-signed')
    const view = viewOf(row, 'empty')
    return theAgreement(db, null, await begin(db, row, renewalOf(view, row.today), null))
  },

  amendAgreement: async ({ db, params, body }) => {
    const row = await theRow(db, null, params.agreementId)
    const { agreement, today } = row
    const term = termOf(agreement)
    const standing = standingOn(term, today)
    if (standing !== 'in_force' && standing !== 'upcoming')
      throw refusal(agreement.stage === 'signed' ? 'agreement-over' : 'agreement-not-signed')
    const end = termEnd(term, today)
    if (body.effectiveOn <= agreement.startsOn! || (end !== null && body.effectiveOn > end))
      // signed agreements have a first day
      throw fieldProblem(
        'effectiveOn',
        'The amendment takes effect after the agreement began and before it ends.',
        'order',
      )
    if (await amendmentUnderWay(db, agreement.id)) throw refusal('amendment-under-way')
    const prefilled = amendmentOf(viewOf(row, 'empty'), body.effectiveOn)
    return theAgreement(db, null, await begin(db, row, prefilled, body))
  },
}
