import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { point, type NeedRow } from './ground-queries.ts'

const asked = statement<
  Pick<NeedRow, 'schoolName' | 'area' | 'enrolment' | 'grades' | 'at'>
>(`select s.name as "schoolName", s.area,
    s.enrolment, s.grades, ${point('s')} as at from schools s where s.district_id = app_district() and s.id = $1 and s.status = 'open'`)
/** Help a school asks for by figures alone, as if it were a need; nothing where there is no such open school. */
export const neededAt = async (
  db: Db,
  {
    schoolId,
    categoryId,
    tier,
    students,
  }: { schoolId: string; categoryId: string; tier: 1 | 2 | 3; students: number },
): Promise<NeedRow | undefined> => {
  const school = await db.one(asked, [schoolId])
  return (
    school && {
      ...school,
      id: schoolId,
      title: null,
      schoolId,
      categoryId,
      tier,
      severity: 3,
      studentsAffected: students,
      languages: [],
      settings: [],
      weekdays: [],
      oneProvider: false,
      equityTier: null,
      createdAt: '',
      demand: students,
      verified: 0,
      paper: 0,
    }
  )
}
