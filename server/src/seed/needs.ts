import { catalogContract } from '@common-table/shared/catalog/contract'
import { needsContract } from '@common-table/shared/needs/contract'
import type { NewNeed } from '@common-table/shared/needs/schemas'
import { schoolsContract } from '@common-table/shared/schools/contract'
import type { SchoolLevel } from '@common-table/shared/schools/schemas'
import type { Seed } from './seeds.ts'

type Wish = Pick<NewNeed, 'title' | 'severity' | 'tier' | 'source' | 'grades' | 'population' | 'evidence'> & {
  category: string
  /** The share of the school's students it is about; absent when nobody could say. */
  share?: number
  levels?: readonly SchoolLevel[]
}

const early: SchoolLevel[] = ['early_childhood', 'elementary', 'k8']
const older: SchoolLevel[] = ['middle', 'secondary', 'high']

const wishes: readonly Wish[] = [
  {
    category: 'ac_literacy',
    title: 'Reading help in the first grades',
    severity: 4,
    tier: 2,
    source: 'principal',
    grades: ['1', '2'],
    share: 0.12,
    levels: early,
    evidence: 'Fall reading screening',
  },
  {
    category: 'bn_food',
    title: 'Food for the weekend',
    severity: 5,
    tier: 2,
    source: 'staff',
    share: 0.1,
    evidence: 'Counts of the breakfast line on Mondays',
  },
  {
    category: 'bh_counsel',
    title: 'Counselor time beyond what the school has',
    severity: 4,
    tier: 3,
    source: 'principal',
    share: 0.04,
    evidence: 'Waiting list of the counselor',
  },
  {
    category: 'os_after',
    title: 'A safe place after 3 o’clock',
    severity: 3,
    tier: 1,
    source: 'family',
    share: 0.3,
    evidence: 'Family survey in October',
  },
  {
    category: 'me_one',
    title: 'An adult who notices when someone is absent',
    severity: 4,
    tier: 2,
    source: 'staff',
    share: 0.09,
    evidence: 'Attendance team minutes',
  },
  {
    category: 'cc_intern',
    title: 'Paid internships for juniors and seniors',
    severity: 3,
    tier: 2,
    source: 'student',
    grades: ['11', '12'],
    share: 0.15,
    levels: ['high', 'secondary'],
    evidence: 'Student council',
  },
  {
    category: 'ph_vision',
    title: 'Glasses for students who failed the screening',
    severity: 3,
    tier: 2,
    source: 'staff',
    share: 0.06,
    evidence: 'Nurse’s screening list, counts only',
  },
  {
    category: 'ac_ell',
    title: 'Newcomers need English in small groups',
    severity: 4,
    tier: 2,
    source: 'principal',
    population: 'newcomers',
    share: 0.05,
    evidence: 'Enrollment since August',
  },
  { category: 'bn_clothing', title: 'Winter coats and shoes', severity: 3, tier: 2, source: 'family' },
  {
    category: 'os_arts',
    title: 'Music and theater where there is no teacher',
    severity: 2,
    tier: 1,
    source: 'student',
    share: 0.5,
    evidence: 'Course list',
  },
  {
    category: 'ac_tutor',
    title: 'High-dosage math tutoring',
    severity: 4,
    tier: 2,
    source: 'principal',
    grades: ['7', '8'],
    share: 0.18,
    levels: older,
    evidence: 'Interim math assessment',
  },
  {
    category: 'fe_workshop',
    title: 'Evening workshops families asked for',
    severity: 2,
    tier: 1,
    source: 'family',
    evidence: 'Notes of the listening session',
  },
]

const byLevel = (level: SchoolLevel) => wishes.filter(({ levels }) => !levels || levels.includes(level))

/** Needs as principals, staff, families and students would record them, and those the figures suggest. */
export const seedNeeds: Seed = async ({ call, chance }) => {
  const { items: present } = await call(needsContract.listNeeds, { query: { limit: 1 } })
  if (present.length > 0) return
  const { items: categories } = await call(catalogContract.listCategories)
  const { items: schools } = await call(schoolsContract.listSchools, { query: { limit: 200 } })
  for (const { id: schoolId, level, enrolment } of schools) {
    const fitting = byLevel(level)
    const first = chance.whole(0, fitting.length - 1)
    for (let n = 0; n < chance.whole(1, 4); n++) {
      const { category, share, levels: _levels, ...wish } = fitting[(first + n) % fitting.length]!
      const categoryId = categories.find(({ code }) => code === category)?.id
      if (!categoryId) continue
      const studentsAffected = share && enrolment ? Math.round(enrolment * share) : null
      const need = await call(needsContract.recordNeed, {
        body: { schoolId, categoryId, ...wish, studentsAffected, cannotMeetAlone: wish.severity >= 4 },
      })
      const roll = chance.next()
      if (roll < 0.3)
        await call(needsContract.moveNeed, {
          params: { needId: need.id },
          ifMatch: need.version,
          body: { status: roll < 0.08 ? 'met' : 'in_progress' },
        })
    }
  }
  await call(needsContract.suggestNeeds)
}
