import type { SheetRow } from '@common-table/shared/activities/sheet-columns'

const evening = { setting: 'after_school', languages: 'English; Spanish', staff: '4' }
const all = (capabilities: string, connections: string, cognition: string, confidence: string): SheetRow => ({
  capabilities,
  connections,
  cognition,
  confidence,
})

/** Engagement activities as a district's schools hold them: most build all four Cs, some do not yet. */
export const demoEngagement: readonly SheetRow[] = [
  {
    ...evening,
    ...all(
      'Parents practised three ways to read aloud',
      'Each family sat with a teacher and another family',
      'Parents wrote down what only they can teach',
      'Nine parents read to the whole table',
    ),
    title: 'Reading night for families',
    epstein: 'Learning at home',
  },
  {
    ...evening,
    ...all(
      'Families learned to read the attendance letter and whom to call',
      'Families from one street agreed to walk together',
      'Staff heard why mornings are hard and changed the letter',
      'Parents phoned the school in a role play',
    ),
    title: 'Breakfast about being at school every day',
    epstein: 'Communicating; Parenting',
    setting: 'before_school',
  },
  {
    ...evening,
    ...all(
      'How a school budget is made, with the real numbers',
      'Parents, students and staff in mixed groups',
      'Families named themselves decision makers in the notes',
      'Four parents put forward a proposal of their own',
    ),
    title: 'Where should the money go? Budget evening',
    epstein: 'Decision making',
  },
  {
    ...evening,
    ...all(
      'Games with fractions to take home',
      'Parents swapped numbers for a homework group',
      'Parents saw that playing at home is mathematics',
      'Parents explained a game to a teacher',
    ),
    title: 'Family math games',
    epstein: 'Learning at home',
  },
  {
    ...evening,
    ...all(
      'How to apply for aid for college, step by step',
      'Families met the counselor and last year’s graduates',
      'Families saw college as a plan, not a wish',
      'Eleven families sent their first form on the spot',
    ),
    title: 'College money night',
    epstein: 'Collaborating with the community',
  },
  {
    capabilities: 'How to use the parent portal on a phone',
    title: 'Open house',
    epstein: 'Communicating',
    languages: 'English',
    setting: 'after_school',
  },
  {
    ...all(
      'Caring for a garden bed through the year',
      'Neighbors, families and students in teams',
      'Families run the garden, the school is the guest',
      'Two mothers lead the spring planting',
    ),
    title: 'Saturday in the school garden',
    epstein: 'Volunteering; Collaborating with the community',
    languages: 'English; Spanish',
    setting: 'weekend',
    community: '12',
  },
  {
    ...evening,
    ...all(
      'What to ask in a conference and how to follow up',
      'Teachers visited families first',
      'Both sides set one goal together',
      'Families opened the talk with their own question',
    ),
    title: 'Conferences that families open',
    epstein: 'Communicating',
  },
]
