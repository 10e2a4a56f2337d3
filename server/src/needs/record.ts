import type { NeedChange, NewNeed } from '@common-table/shared/needs/schemas'
import { fieldProblem } from '@common-table/shared/contract/problem'
import { mayNeedBecome } from '@common-table/shared/needs/lifecycle'
import { moreThanEnrolled, moreThanEnrolledSentence } from '@common-table/shared/needs/students'
import type { Db } from '../db/db.ts'
import type { SchoolScope } from './list-queries.ts'
import { changeNeed, insertNeed, moveNeed, needOf, referred } from './queries.ts'

/** Nobody needs help for more students than the school has. */
const checkStudents = (students: number | null | undefined, enrolment: number | null): void => {
  if (moreThanEnrolled(students, enrolment))
    throw fieldProblem('studentsAffected', moreThanEnrolledSentence(enrolment ?? 0), 'range')
}

const checkReferred = async (db: Db, scope: SchoolScope, body: NewNeed, now: Date) => {
  const { school, enrolment, tiers, year } = await referred(db, scope, body, now)
  if (!school)
    throw fieldProblem('schoolId', 'There is no such school, or it is not one of yours.', 'reference')
  if (!tiers) throw fieldProblem('categoryId', 'There is no such kind of help.', 'reference')
  if (!year)
    throw fieldProblem(
      'schoolYear',
      'There is no such school year. Add it to the calendar first.',
      'reference',
    )
  checkStudents(body.studentsAffected, enrolment)
  return { year, usualTier: (tiers[0] ?? 1) as 1 | 2 | 3 }
}

/** What a change of an open need must keep to. */
export const checkChange = async (
  db: Db,
  schoolId: string,
  { categoryId, studentsAffected }: NeedChange,
  now: Date,
): Promise<void> => {
  if (categoryId === undefined && studentsAffected === undefined) return
  const { tiers, enrolment } = await referred(db, null, { schoolId, categoryId: categoryId ?? null }, now)
  if (categoryId !== undefined && !tiers)
    throw fieldProblem('categoryId', 'There is no such kind of help.', 'reference')
  checkStudents(studentsAffected, enrolment)
}

/** Records a need by the rules that hold for everyone: typed by a person, or told in a school's snapshot. */
export const recordNeed = async (
  db: Db,
  scope: SchoolScope,
  body: NewNeed,
  by: { id: string | null; name: string; usualSource: 'principal' | 'staff'; replyId?: string },
  now: Date,
): Promise<string> => {
  const { year, usualTier } = await checkReferred(db, scope, body, now)
  const { schoolYear: _, ...said } = body
  const full = {
    tier: usualTier,
    studentsAffected: null,
    urgency: null,
    grades: [],
    population: null,
    details: '',
    source: by.usualSource,
    evidence: '',
    cannotMeetAlone: false,
    languages: [],
    settings: [],
    weekdays: [],
    oneProvider: false,
    ...said,
  }
  return insertNeed(db, full, year, { id: by.id, name: by.name }, by.replyId ?? null)
}

/** Brings an open need up to date, by the same rules. */
export const changeOpenNeed = async (
  db: Db,
  schoolId: string,
  { id, version }: { id: string; version: number },
  change: NeedChange,
  now: Date,
): Promise<void> => {
  await checkChange(db, schoolId, change, now)
  await changeNeed(db, id, version, change)
}

/** An open need that help has met, and why; answers whether it was open. */
export const meetNeed = async (db: Db, id: string, reason: string): Promise<boolean> => {
  const need = await needOf(db, null, id)
  return (
    need !== undefined && mayNeedBecome(need.status, 'met') && moveNeed(db, id, need.version, 'met', reason)
  )
}

/** Withdraws an open need for a reason. */
export const endNeed = (db: Db, { id, version }: { id: string; version: number }, reason: string) =>
  moveNeed(db, id, version, 'withdrawn', reason)
