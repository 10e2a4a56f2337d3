import { addDays } from '@common-table/shared/calendar/dates'
import type { NewObligation } from '@common-table/shared/obligations/schemas'

/** What the fictional district and its partners wrote in the sections that no template fills. */
export const agreementTexts: Readonly<Record<string, string>> = {
  purpose:
    'Students get help that the schools cannot give alone, close to where they learn, and families know whom to ask.',
  supervisors:
    'The district’s lead and the partner’s program director answer for the work; each names a backup by September 15.',
  staffing:
    'The partner sends the same people every week. When somebody cannot come, it calls the front office before 8 a.m. and sends a substitute the school knows.',
  students_served: 'Up to 40 students at each school, two afternoons a week for 30 weeks.',
  supervision:
    'A member of the school’s staff is in the building at all times and takes over when the activity ends.',
  training:
    'The district shows the partner its safety rules before the first day; the partner shows teachers how the program works.',
  meetings: 'Both leads meet every quarter. Attendance is counted by group, without names.',
  objectives:
    'Students who take part miss fewer days than in the year before and say that an adult knows them well.',
  activities:
    'The partner plans and leads the activities. The school invites families, gives the room and tells teachers.',
  measures: 'Sessions held, students reached and attendance by quarter, looked at together at each check-in.',
  resources: 'The partner brings staff and material. The district brings rooms, snacks and the late bus.',
  space:
    'The cafeteria and room 12 on Tuesdays and Thursdays until 6 p.m.; the partner leaves them as it found them.',
  families: 'Families get one page in their language and sign before the first day.',
  disputes:
    'The two leads talk within three days; what they cannot settle goes to both directors within ten.',
  insurance:
    'The partner carries general liability of one million dollars and names the district as additional insured.',
  publicity:
    'Either side may tell about the work. Pictures of students need their families’ written permission.',
}

/** Promises of both sides; what and how often differs from one partnership to the next. */
export const promisesOf = (at: number, startsOn: string): NewObligation[] => [
  {
    side: 'partner',
    what: [
      'Send two trained people on every agreed day',
      'Hold one family evening',
      'Bring material for every student',
    ][at % 3]!,
    cadence: 'monthly',
    evidence: 'Sign-in sheet',
    sectionCode: 'activities',
  },
  {
    side: 'partner',
    what: 'Report sessions held and students reached',
    cadence: 'quarterly',
    evidence: 'Figures by school',
  },
  {
    side: 'district',
    what: [
      'Give a quiet room with a key',
      'Name one teacher to talk to',
      'Send the calendar with early-release days',
    ][at % 3]!,
    cadence: 'once',
    firstDueOn: addDays(startsOn, 14),
    evidence: 'A note to the partner',
  },
  {
    side: 'district',
    what: 'Share attendance of the group, withheld where it is small',
    cadence: 'quarterly',
    evidence: 'One page',
  },
]
