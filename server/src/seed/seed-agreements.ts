import { agreementsContract } from '@common-table/shared/agreements/contract'
import { partnerAgreementContract } from '@common-table/shared/agreements/partner-contract'
import type { Agreement, NewAgreement } from '@common-table/shared/agreements/schemas'
import { agreementSectionsContract } from '@common-table/shared/agreements/sections-contract'
import { agreementStagesContract } from '@common-table/shared/agreements/stages-contract'
import { addDays, addMonths } from '@common-table/shared/calendar/dates'
import { obligationsContract } from '@common-table/shared/obligations/contract'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { accountContract } from '@common-table/shared/people/account-contract'
import { agreementTexts, promisesOf } from './demo-agreements.ts'
import { mailedToken } from './mailed-token.ts'
import { agreeOnVision, writeVision } from './seed-visions.ts'
import type { SeedContext } from './seeds.ts'

/** How far each partnership's paper is, in turn, as a grown district has them. */
const mix = [
  'signed',
  'signed',
  'renewing',
  'legal',
  'signed',
  'signatures',
  'expired',
  'draft',
  'amended',
  'board',
  'notice',
  'proposed',
  'ending',
] as const
type State = (typeof mix)[number]

/** `today` is of the world's clock: west of Greenwich the district may still be a day behind. */
const yesterday = (today: string): string => addDays(today, -1)

const plain = {
  intensity: 'low',
  money: 'none',
  usesSpace: false,
  data: 'none',
  contact: 'supervised',
  worksite: false,
  grassroots: false,
} as const

const paperOf = (state: State, at: number): Pick<NewAgreement, 'type' | 'facts'> => {
  if (state === 'board' || state === 'legal') return { type: 'moa', facts: { ...plain, intensity: 'high' } }
  if (at % 5 === 4) return { type: 'facility_use', facts: { ...plain, usesSpace: true } }
  return at % 2 === 0
    ? { type: 'no_cost_mou', facts: { ...plain, intensity: 'medium' } }
    : { type: 'express', facts: plain }
}

/** Days of the agreement by how far it is: most hold now, one is over, one ends soon. */
const spanOf = (state: State, today: string): { startsOn: string; endsOn: string } => {
  const startsOn =
    state === 'expired'
      ? addMonths(today, -14)
      : state === 'ending'
        ? addMonths(today, -10)
        : addMonths(today, -3)
  const months = state === 'ending' ? 11 : 12
  return { startsOn, endsOn: addDays(addMonths(startsOn, months), -1) }
}

const finish = async ({ call }: SeedContext, agreement: Agreement): Promise<void> => {
  for (const section of agreement.sections)
    await call(agreementSectionsContract.changeSection, {
      params: { sectionId: section.id },
      body: { body: section.body || agreementTexts[section.code] || 'Does not apply.', state: 'finalized' },
      ifMatch: section.version,
    })
}

const sign = async (
  context: SeedContext,
  agreement: Agreement,
  email: string,
  me: { name: string; title: string | null },
  by: 'partner' | 'both',
) => {
  const { call } = context
  const sha256 = agreement.documents.find(({ kind, current }) => kind === 'issued' && current)?.sha256 ?? ''
  const partner = context.holding(await mailedToken(call, 'agreement', email))
  await partner(partnerAgreementContract.signAgreementByLink, {
    body: {
      sha256,
      name: agreement.partnerSigner?.name ?? '',
      title: 'Executive Director',
      consent: true,
      language: 'en',
    },
  })
  if (by === 'both')
    await call(agreementStagesContract.signAgreement, {
      params: { agreementId: agreement.id },
      body: { sha256, name: me.name, title: me.title ?? '', consent: true },
    })
}

/** Takes an agreement from the vision to where its state leaves it, both sides acting as they would. */
const carry = async (
  context: SeedContext,
  partnershipId: string,
  state: State,
  at: number,
): Promise<void> => {
  const { call, today } = context
  const me = await call(accountContract.getMe)
  const partnership = await call(partnershipsContract.getPartnership, { params: { partnershipId } })
  const { contacts } = await call(organizationsContract.getOrganization, {
    params: { organizationId: partnership.organization.id },
  })
  const contact = contacts.flatMap(({ id, name, email }) => (email ? [{ id, name, email }] : []))[0]
  if (!contact) return
  await (state === 'proposed'
    ? writeVision(context, partnership, contact.id)
    : agreeOnVision(context, partnership, contact))
  if (state === 'proposed') return
  const agreement = await call(agreementsContract.beginAgreement, {
    params: { partnershipId },
    body: {
      ...paperOf(state, at),
      ...spanOf(state, today),
      renews: state === 'renewing' || state === 'notice',
      districtSignerId: me.id,
      partnerSignerId: contact.id,
    },
  })
  const params = { agreementId: agreement.id }
  for (const body of promisesOf(at, spanOf(state, today).startsOn))
    await call(obligationsContract.addObligation, { params, body })
  if (state === 'draft') return
  await finish(context, agreement)
  const { version } = await call(agreementsContract.getAgreement, { params })
  let issued = await call(agreementStagesContract.submitAgreement, { params, ifMatch: version })
  while (issued.stage !== 'signatures' && issued.stage !== state)
    issued = await call(agreementStagesContract.decideGate, {
      params,
      body: { gate: issued.stage as 'legal', decision: 'approved', decidedBy: 'General Counsel' }, // reviews only, until signatures
      ifMatch: issued.version,
    })
  if (issued.stage !== 'signatures') return
  await sign(context, issued, contact.email, me, state === 'signatures' ? 'partner' : 'both')
  if (state === 'notice')
    await call(agreementStagesContract.giveNotice, {
      params,
      body: { side: 'partner', givenOn: yesterday(today) },
      ifMatch: (await call(agreementsContract.getAgreement, { params })).version,
    })
  if (state === 'amended')
    await call(agreementsContract.amendAgreement, {
      params,
      body: { reason: 'funding', note: 'The grant was cut by a third.', effectiveOn: addDays(today, 30) },
    })
}

/** Visions and agreements in every state, with promises of which most were kept. */
export const seedAgreements = async (context: SeedContext): Promise<void> => {
  const { call, today, chance } = context
  const present = await call(agreementsContract.listAgreements, { query: { limit: 1 } })
  if (present.items.length > 0) return
  const { items } = await call(partnershipsContract.listPartnerships, {
    query: { stage: ['active', 'expanding', 'renewing'], limit: 200 },
  })
  const chosen = items.toSorted((a, b) => a.formality.localeCompare(b.formality)).slice(0, mix.length)
  for (const [at, { id }] of chosen.entries()) await carry(context, id, mix[at]!, at)
  const { items: dues } = await call(obligationsContract.listDues, {
    query: { to: addDays(yesterday(today), -1), limit: 200 },
  })
  // The agreement that ran out is the one whose partner stopped coming.
  const given = dues.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))[0]?.agreement.id
  for (const due of dues) {
    if (due.agreement.id === given && due.side === 'partner') continue
    const roll = chance.next()
    if (roll < 0.75)
      await call(obligationsContract.keepDue, {
        params: { dueId: due.id },
        body: { keptOn: roll < 0.6 ? due.dueOn : addDays(due.dueOn, 1), note: due.evidence },
        ifMatch: due.version,
      })
    else if (roll < 0.8)
      await call(obligationsContract.waiveDue, {
        params: { dueId: due.id },
        body: { reason: 'The school was closed that week.' },
        ifMatch: due.version,
      })
  }
}
