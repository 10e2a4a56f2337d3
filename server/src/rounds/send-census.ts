import { fieldProblem, notFound, ProblemError } from '@common-table/shared/contract/problem'
import { censusGaps, ownFactsDiffer, seatsAgree } from '@common-table/shared/rounds/census-answers'
import type {
  CensusAnswers,
  CensusForm,
  CensusOutcome,
  CensusProgram,
} from '@common-table/shared/rounds/census-schemas'
import { roundState } from '@common-table/shared/rounds/window'
import type { Db } from '../db/db.ts'
import { stale } from '../http/stale.ts'
import { compareSides, forgetWords, takeDown } from '../reconciliation/index.ts'
import { addProgram } from '../organizations/index.ts'
import { censusRow, keepOwnFacts, verifySites, type KnownProgram } from './census-queries.ts'
import { checkOpen } from './open-reply.ts'
import { keepAnswers, type HeldReply } from './reply-queries.ts'

export const censusForm = async (db: Db, replyId: string): Promise<CensusForm> => {
  const {
    draft,
    answers,
    last: _last,
    known,
    today,
    round,
    categories,
    ...row
  } = (await censusRow(db, replyId)) ?? notFound('census')
  const { closedAt: _, ...shown } = round
  const programs = known.map(({ sites, ...program }) => ({
    ...program,
    sites: sites.map(({ siteId: _site, ...site }) => site),
  }))
  return {
    ...row,
    round: { ...shown, state: roundState(round, today) },
    categories: categories ?? [],
    answers: draft ?? answers ?? { programs, note: '' },
    filledFrom: null,
  }
}

/** What one program's answer says of schools and seats, and which sites of the record it verifies. */
const wordsOf = (program: CensusProgram, known: KnownProgram | undefined) => {
  const recorded = known?.sites ?? []
  if (!program.running) return { sites: recorded.map((site) => ({ ...site, present: false })), verified: [] }
  const sites = program.confirmed && known ? recorded : program.sites
  const verified = recorded.filter((site) =>
    sites.some((said) => said.schoolId === site.schoolId && said.present && seatsAgree(said, site)),
  )
  return { sites, verified: verified.map(({ siteId }) => siteId) }
}

/**
 * A partner's census as sent. What agrees with the record verifies its capacity as of today; facts only the partner can
 * know (grades, languages, days, setting) and programs the district did not know are kept at once; where it is and with
 * how many seats is put beside the record and the school's word, and a person of the district decides.
 */
export const sendCensus = async (
  db: Db,
  reply: HeldReply & { organizationId: string },
  answers: CensusAnswers,
  ifMatch: number,
  by: string,
): Promise<CensusOutcome> => {
  await checkOpen(reply, ifMatch, () => censusForm(db, reply.id))
  const gaps = censusGaps(answers)
  if (gaps.length > 0) throw new ProblemError('invalid-input', gaps[0]!.message, { fields: gaps })
  const { organizationId } = reply
  const known = new Map(((await censusRow(db, reply.id))?.known ?? []).map((one) => [one.serviceId, one]))
  const outcome = { verified: 0, updated: 0, added: 0, mismatches: 0 }
  const programs: CensusProgram[] = []
  const words = new Map<string, Parameters<typeof takeDown>[4][number]>()
  const verified: string[] = []
  for (const [at, program] of answers.programs.entries()) {
    const standing = program.serviceId ? known.get(program.serviceId) : undefined
    if (program.serviceId && !standing)
      throw fieldProblem(
        `programs.${at}.serviceId`,
        'This program is no longer on record. Load the page again.',
        'reference',
      )
    let serviceId = program.serviceId
    if (!serviceId && program.running) {
      serviceId =
        (await addProgram(db, organizationId, program, 'census')) ??
        (() => {
          throw fieldProblem(`programs.${at}.categoryId`, 'There is no such kind of help.', 'reference')
        })()
      outcome.added += 1
    }
    programs.push({ ...program, serviceId })
    if (!serviceId) continue
    if (program.running && !program.confirmed && standing && ownFactsDiffer(program, standing)) {
      await keepOwnFacts(db, serviceId, program)
      outcome.updated += 1
    }
    const said = wordsOf(program, standing)
    verified.push(...said.verified)
    for (const { schoolId, present, maximum, available } of said.sites)
      words.set(`${schoolId}/${serviceId}`, {
        schoolId,
        organizationId,
        serviceId,
        present,
        maximum,
        available,
      })
  }
  if (verified.length > 0) outcome.verified = await verifySites(db, verified)
  await forgetWords(db, 'partner', organizationId)
  await takeDown(db, 'partner', reply.id, by, [...words.values()])
  if (!(await keepAnswers(db, reply.id, ifMatch, { ...answers, programs }, by)))
    return stale(JSON.stringify(await censusForm(db, reply.id)))
  outcome.mismatches = await compareSides(db, { organizationId }, by)
  return outcome
}
