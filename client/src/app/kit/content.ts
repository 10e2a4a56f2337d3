/** Invented schools and partners, for the kit page only. */
const places = [
  'Alder',
  'Birch Creek',
  'Cedar Grove',
  'Dogwood',
  'Elm Street',
  'Fir Ridge',
  'Gingko Park',
  'Hawthorn',
  'Ironwood',
  'Juniper',
]
const kinds = ['Elementary', 'Middle', 'High']

export const schools = Array.from({ length: 30 }, (_, at) => ({
  value: `school-${at}`,
  label: `${places[at % 10]} ${kinds[Math.floor(at / 10)]}`,
  hint: `${300 + ((at * 37) % 900)} students`,
}))

export const areas = [
  { value: 'tutoring', label: 'Tutoring' },
  { value: 'mentoring', label: 'Mentoring' },
  { value: 'health', label: 'Health' },
  { value: 'food', label: 'Food' },
] as const

export const levels = [
  { value: 'elementary', label: 'Elementary' },
  { value: 'middle', label: 'Middle' },
  { value: 'high', label: 'High' },
]

export interface Partnership {
  id: string
  name: string
  stage: 'draft' | 'review' | 'active' | 'ended'
  schools: number
  students: number
  next: string
}
const partners = [
  'River Reads',
  'Harvest Van',
  'Bright Smiles Dental',
  'Code Porch',
  'Second Shift Mentors',
  'Open Door Counseling',
]
const stages = ['active', 'review', 'draft', 'active', 'ended'] as const

export const partnerships = (count: number): Partnership[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `partnership-${at}`,
    name: `${partners[at % 6]}${at > 5 ? ` ${Math.floor(at / 6) + 1}` : ''}`,
    stage: stages[at % 5]!, // five stages, so a remainder is one of them
    schools: 1 + ((at * 7) % 12),
    students: 20 + ((at * 53) % 700),
    next: `2026-${String(1 + (at % 12)).padStart(2, '0')}-15`,
  }))
