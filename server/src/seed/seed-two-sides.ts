import { addDays } from '@common-table/shared/calendar/dates'
import { censusContract } from '@common-table/shared/rounds/census-contract'
import type { CensusProgram } from '@common-table/shared/rounds/census-schemas'
import { roundsContract } from '@common-table/shared/rounds/contract'
import { snapshotContract } from '@common-table/shared/rounds/snapshot-contract'
import type { Presence, SnapshotNeed } from '@common-table/shared/rounds/snapshot-schemas'
import { mailedToken } from './mailed-token.ts'
import type { Seed, SeedContext } from './seeds.ts'

const wishes = [
  { code: 'bn_food', tier: 2, severity: 4, share: 0.12, urgency: 'now' },
  { code: 'ph_vision', tier: 2, severity: 3, share: 0.05, urgency: 'this_term' },
  { code: 'me_one', tier: 2, severity: 4, share: 0.07, urgency: 'this_term' },
  { code: 'os_after', tier: 1, severity: 3, share: 0.3, urgency: 'this_year' },
] as const

const knows = (otherwise: boolean, luck: number): Presence =>
  otherwise ? 'no' : luck < 0.1 ? 'unsure' : 'yes'

/** Every third school has answered; of those some know a partner differently, and one names a helper nobody knew. */
const answerSnapshots = async ({ call, holding, chance }: SeedContext, roundId: string): Promise<void> => {
  const { items } = await call(roundsContract.listReplies, { params: { roundId }, query: { limit: 50 } })
  for (const [at, { to }] of items.entries()) {
    if (at % 3 !== 1 || at > 24 || !to) continue
    const principal = holding(await mailedToken(call, 'snapshot', to.email))
    const form = await principal(snapshotContract.getSnapshotByLink)
    const wish = wishes[at % wishes.length]!
    const category = form.categories.find(({ code }) => code === wish.code)
    const told: SnapshotNeed[] = form.answers.needs.slice(0, 4)
    const twice = told.some(({ categoryId, tier }) => categoryId === category?.id && tier === wish.tier)
    if (category && !twice)
      told.push({
        needId: null,
        categoryId: category.id,
        tier: wish.tier,
        severity: wish.severity,
        studentsAffected: Math.round((form.school.enrolment ?? 0) * wish.share) || null,
        urgency: wish.urgency,
        cannotMeetAlone: wish.severity >= 4,
        note: '',
        over: false,
      })
    await principal(snapshotContract.sendSnapshotByLink, {
      ifMatch: form.version,
      body: {
        needs: told,
        partners: form.partners.map(({ id: organizationId }, place) => ({
          organizationId,
          present: knows(place === 0 && at % 2 === 0, chance.next()),
        })),
        others: at === 4 ? ['Porch Light Neighbors'] : [],
      },
    })
  }
}

/** What a partner changes when it looks its record through: now and then the seats, a school, a day. */
const lookedThrough = (program: CensusProgram, at: number, elsewhere: string | undefined): CensusProgram => {
  if (at % 3 !== 0) return { ...program, confirmed: true, roomToGrow: at % 2 === 0 ? 15 : null }
  const [first, ...rest] = program.sites
  if (!first) return { ...program, languages: ['en', 'es'] }
  if (at % 2 === 0) return { ...program, sites: [{ ...first, maximum: (first.maximum ?? 10) + 8 }, ...rest] }
  return elsewhere && !program.sites.some(({ schoolId }) => schoolId === elsewhere)
    ? {
        ...program,
        sites: [...program.sites, { schoolId: elsewhere, present: true, maximum: 18, available: 6 }],
      }
    : { ...program, confirmed: true }
}

const answerCensus = async ({ call, holding }: SeedContext, roundId: string): Promise<void> => {
  const { items } = await call(roundsContract.listReplies, { params: { roundId }, query: { limit: 50 } })
  for (const [at, { to }] of items.entries()) {
    if (at % 4 !== 0 || at > 24 || !to) continue
    const partner = holding(await mailedToken(call, 'census', to.email))
    const form = await partner(censusContract.getCensusByLink)
    const elsewhere = form.schools[(at * 5) % form.schools.length]?.id
    await partner(censusContract.sendCensusByLink, {
      ifMatch: form.version,
      body: {
        note: '',
        programs: form.answers.programs.map((program, place) =>
          lookedThrough(program, (at / 4 + place) % 6, elsewhere),
        ),
      },
    })
  }
}

/** A snapshot and a census that are open, answered by some, with the differences that come of it. */
export const seedTwoSides: Seed = async (context) => {
  const { call, today } = context
  const { items } = await call(roundsContract.listRounds, { query: {} })
  if (items.length > 0) return
  const { id } = await call(roundsContract.openRound, {
    body: {
      kind: 'snapshot',
      dueOn: addDays(today, 12),
      note: 'Five minutes that decide where help goes this year.',
    },
  })
  await answerSnapshots(context, id)
  const census = await call(roundsContract.openRound, {
    body: { kind: 'census', dueOn: addDays(today, 19) },
  })
  await answerCensus(context, census.id)
}
