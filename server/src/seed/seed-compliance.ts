import { addDays } from '@common-table/shared/calendar/dates'
import { complianceContract } from '@common-table/shared/compliance/contract'
import type { HandIn, Owed, Passport } from '@common-table/shared/compliance/schemas'
import type { Call } from '@common-table/shared/contract/caller'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import type { Chance } from './chance.ts'
import type { Seed } from './seeds.ts'

/** What became of a document, as a grown district has them: most are approved, some wait, end soon or were sent back. */
const fates = [
  'approved',
  'approved',
  'approved',
  'approved',
  'approved',
  'approved',
  'ending',
  'waiting',
  'rejected',
  'missing',
] as const

/** A page that says what it stands for; a PDF by its first bytes. */
const page = (words: string): File =>
  new File([`%PDF-1.4\n% Fictional document of the demonstration: ${words}\n%%EOF\n`], `${words}.pdf`, {
    type: 'application/pdf',
  })

const upload = (call: Call, organizationId: string, query: HandIn): Promise<Passport> => {
  const body = new FormData()
  body.append('file', page(query.kind.replaceAll('_', '-')))
  // A file part has no schema in the contract.
  return call(complianceContract.handInDocument, { params: { organizationId }, query, body } as never)
}

const handIn = async (
  call: Call,
  chance: Chance,
  today: string,
  organizationId: string,
  { kind }: Owed,
): Promise<void> => {
  const fate = chance.pick(fates)
  if (fate === 'missing') return
  const days = fate === 'ending' ? chance.whole(4, 25) : chance.whole(80, 340)
  const { documents } = await upload(call, organizationId, {
    kind,
    issuedOn: addDays(today, -chance.whole(20, 300)),
    ...(kind !== 'tax_form' && { expiresOn: addDays(today, days) }),
    ...(kind === 'liability_insurance' && { amountCents: chance.pick([100_000_000, 200_000_000]) }),
  })
  const [document] = documents
  if (!document || fate === 'waiting') return
  await call(complianceContract.reviewDocument, {
    params: { documentId: document.id },
    ifMatch: document.version,
    body:
      fate === 'rejected'
        ? { decision: 'reject', reason: 'incomplete', note: 'The second page is missing.' }
        : { decision: 'approve' },
  })
}

/** Passports of the partners at schools: what their people do, and documents in every state. */
export const seedCompliance: Seed = async ({ call, chance, today }) => {
  const { items } = await call(organizationsContract.listOrganizations, { query: { limit: 200 } })
  for (const [at, { id: organizationId, type }] of items.entries()) {
    const params = { organizationId }
    const passport = await call(complianceContract.getPassport, { params })
    if (passport.intensity === null || passport.facts.contact !== null || type === 'district_program')
      continue
    // Of some partners nobody has said yet what their people do, as in every district.
    if (at % 9 === 8) continue
    const { owed } = await call(complianceContract.changePassport, {
      params,
      ifMatch: passport.version,
      body: {
        contact: chance.pick(['none', 'supervised', 'supervised', 'unsupervised'] as const),
        studentData: at % 8 === 3,
        districtPays: at % 5 === 2,
        space: at % 7 === 4,
      },
    })
    for (const one of owed) if (one.lane !== 'waived') await handIn(call, chance, today, organizationId, one)
  }
}
