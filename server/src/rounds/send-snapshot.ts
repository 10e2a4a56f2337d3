import { ProblemError } from '@common-table/shared/contract/problem'
import { snapshotGaps } from '@common-table/shared/rounds/snapshot-answers'
import type {
  SnapshotAnswers,
  SnapshotForm,
  SnapshotNeed,
} from '@common-table/shared/rounds/snapshot-schemas'
import type { Db } from '../db/db.ts'
import { stale } from '../http/stale.ts'
import { changeOpenNeed, endNeed, recordNeed } from '../needs/index.ts'
import { compareSides, forgetWords, takeDown } from '../reconciliation/index.ts'
import { checkOpen } from './open-reply.ts'
import { keepAnswers, type HeldReply } from './reply-queries.ts'
import { snapshotForm } from './snapshot-form.ts'
import { organizationsNamed, standingNeeds } from './snapshot-queries.ts'

interface Sender {
  id: string | null
  name: string
  usualSource: 'principal' | 'staff'
}

/** Records what is new, brings up to date what stands, ends what is over; answers the lines with the needs they became. */
const keepNeeds = async (
  db: Db,
  reply: HeldReply & { schoolId: string },
  needs: readonly SnapshotNeed[],
  form: SnapshotForm,
  by: Sender,
  now: Date,
): Promise<SnapshotNeed[]> => {
  const { id: replyId, schoolId, schoolYear } = reply
  const standing = await standingNeeds(db, schoolId, replyId)
  const kept: SnapshotNeed[] = []
  const told = new Set<string>()
  for (const line of needs) {
    const { needId, over, note, categoryId, tier, severity, studentsAffected, urgency, cannotMeetAlone } =
      line
    const need =
      standing.find(({ id }) => id === needId) ??
      standing.find(
        (one) => one.ours && !told.has(one.id) && one.categoryId === categoryId && one.tier === tier,
      )
    if (need) told.add(need.id)
    if (over) {
      if (need) await endNeed(db, need, `School snapshot ${schoolYear}: no longer needed.`)
      kept.push(line)
      continue
    }
    const kind = form.categories.find(({ id }) => id === categoryId)?.name
    const facts = { categoryId, tier, severity: severity!, studentsAffected, urgency, cannotMeetAlone } // snapshotGaps refused a line without
    if (need) await changeOpenNeed(db, schoolId, need, { ...facts, ...(note.trim() && { title: note }) }, now)
    const id =
      need?.id ??
      (await recordNeed(
        db,
        null,
        {
          schoolId,
          schoolYear,
          ...facts,
          title: note.trim() || kind || 'School snapshot',
          evidence: `School snapshot ${schoolYear}`,
        },
        { ...by, replyId },
        now,
      ))
    kept.push({ ...line, needId: id })
  }
  for (const need of standing)
    if (need.ours && !told.has(need.id))
      await endNeed(db, need, `School snapshot ${schoolYear}: taken out by the school.`)
  return kept
}

const keepWords = async (
  db: Db,
  { id: replyId, schoolId }: HeldReply & { schoolId: string },
  { partners, others }: SnapshotAnswers,
  by: string,
): Promise<void> => {
  await forgetWords(
    db,
    'school',
    schoolId,
    partners.map(({ organizationId }) => organizationId),
  )
  const listed = new Map(
    partners.flatMap(({ organizationId, present }) =>
      present === 'unsure'
        ? []
        : [[organizationId, { organizationId, schoolId, present: present === 'yes' }] as const],
    ),
  )
  const named = others.length > 0 ? await organizationsNamed(db, others) : []
  const strangers = new Map<string, { name: string; schoolId: string; present: true }>()
  for (const { name, id } of named)
    if (id) listed.set(id, { organizationId: id, schoolId, present: true })
    else strangers.set(name, { name, schoolId, present: true })
  await takeDown(db, 'school', replyId, by, [...listed.values(), ...strangers.values()])
}

/**
 * A school's snapshot as sent: its needs by the rules of any need, its words on partners, and what follows from both for
 * the reconciliation, all in one transaction. Sent again before the window closes it corrects what it said.
 */
export const sendSnapshot = async (
  db: Db,
  reply: HeldReply & { schoolId: string },
  answers: SnapshotAnswers,
  ifMatch: number,
  by: Sender,
  now: Date,
): Promise<SnapshotForm> => {
  await checkOpen(reply, ifMatch, () => snapshotForm(db, reply.id))
  const form = await snapshotForm(db, reply.id)
  const gaps = snapshotGaps(answers, form.school.enrolment)
  if (gaps.length > 0) throw new ProblemError('invalid-input', gaps[0]!.message, { fields: gaps })
  const needs = await keepNeeds(db, reply, answers.needs, form, by, now)
  await keepWords(db, reply, answers, by.name)
  if (
    !(await keepAnswers(
      db,
      reply.id,
      ifMatch,
      { ...answers, needs: needs.filter(({ over }) => !over) },
      by.name,
    ))
  )
    return stale(JSON.stringify(await snapshotForm(db, reply.id)))
  await compareSides(db, { schoolId: reply.schoolId }, by.name)
  return snapshotForm(db, reply.id)
}
