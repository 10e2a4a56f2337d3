import { fieldProblem } from '@common-table/shared/contract/problem'
import { needTitle } from '@common-table/shared/needs/rule-words'
import { moreThanEnrolled, moreThanEnrolledSentence } from '@common-table/shared/needs/students'
import type { NewHelpRequest, SuggestionQuery } from '@common-table/shared/requests/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { groundsOf } from '../needs/index.ts'
import type { Scope } from './request-queries.ts'
import type { AskedFor } from './write-queries.ts'

interface Ground {
  school: { enrolment: number | null } | null
  category: { name: string; tiers: number[] } | null
  need: {
    categoryId: string
    tier: number
    students: number | null
    title: string | null
    details: string
    grades: string[]
    languages: string[]
    grounds: Parameters<typeof needTitle>[0]['grounds']
    open: boolean
  } | null
  today: string
}
const ground = statement<Ground>(`select
    (select json_build_object('enrolment', s.enrolment) from schools s where s.district_id = d.id and s.id = $1 and s.status = 'open'
      and ($4::uuid[] is null or s.id = any ($4))) as school,
    (select json_build_object('name', k.name, 'tiers', k.tiers) from categories k where k.district_id = d.id and k.active
      and k.id = coalesce($2, (select n.category_id from needs n where n.district_id = d.id and n.id = $3))) as category,
    (select json_build_object('categoryId', n.category_id, 'tier', n.tier, 'students', n.students_affected, 'title', n.title,
        'details', n.details, 'grades', n.grades, 'languages', n.languages, 'grounds', ${groundsOf},
        'open', n.status in ('open', 'in_progress'))
      from needs n where n.district_id = d.id and n.id = $3 and n.school_id = $1) as need,
    (now() at time zone d.time_zone)::date::text as today
  from districts d where d.id = app_district()`)

/** What is asked, with the need's own words where nothing else is said; refuses what cannot be. */
export const askedFor = async (
  db: Db,
  scope: Scope,
  body: SuggestionQuery & Partial<Omit<NewHelpRequest, 'partners'>>,
  usualStudents?: number,
): Promise<AskedFor> => {
  const { school, category, need, today } = (await db.one(ground, [
    body.schoolId,
    body.categoryId ?? null,
    body.needId ?? null,
    scope,
  ]))! // the district is there
  if (!school)
    throw fieldProblem('schoolId', 'There is no such school, or it is not one of yours.', 'reference')
  if (body.needId && !need?.open)
    throw fieldProblem('needId', 'This school has no such open need.', 'reference')
  const categoryId = body.categoryId ?? need?.categoryId
  if (!categoryId || !category)
    throw fieldProblem('categoryId', 'Choose a kind of help from the list.', 'required')
  const students = body.students ?? need?.students ?? usualStudents
  if (students === undefined || students === 0)
    throw fieldProblem('students', 'Say for how many students help is wanted.', 'required')
  if (moreThanEnrolled(students, school.enrolment))
    throw fieldProblem('students', moreThanEnrolledSentence(school.enrolment ?? 0), 'range')
  if (body.wantedBy && body.wantedBy < today)
    throw fieldProblem('wantedBy', 'Choose a day that is not over.', 'range')
  return {
    schoolId: body.schoolId,
    needId: body.needId ?? null,
    categoryId,
    tier: body.tier ?? need?.tier ?? category.tiers[0] ?? 1,
    students,
    title: body.title ?? (need ? needTitle(need, 'en').slice(0, 140) : category.name),
    details: body.details ?? need?.details ?? '',
    grades: body.grades ?? need?.grades ?? [],
    languages: body.languages ?? need?.languages ?? [],
    wantedBy: body.wantedBy ?? null,
  }
}
