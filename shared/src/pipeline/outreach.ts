import { addDays } from '../calendar/dates.ts'
import type { InTwoLanguages, Language } from '../vocabulary/terms.ts'
import type { Channel, Closeness, Willingness } from './vocabulary.ts'

export interface PlannedStep {
  readonly channel: Channel
  readonly what: string
  readonly dueOn: string
}

interface Prong {
  readonly channel: Channel
  /** Days from the day the plan is made. */
  readonly after: number
  readonly what: InTwoLanguages
}

const introduction: Prong = {
  channel: 'introduction',
  after: 3,
  what: { en: 'Ask {who} to introduce us', es: 'Pedir a {who} que nos presente' },
}
const letter: Prong = {
  channel: 'letter',
  after: 3,
  what: {
    en: 'Send the principal’s letter: who we are, what students need, what we hope for',
    es: 'Enviar la carta de la dirección: quiénes somos, qué necesitan los estudiantes, qué esperamos',
  },
}
const call: Prong = {
  channel: 'call',
  after: 10,
  what: { en: 'Call and ask for half an hour', es: 'Llamar y pedir media hora' },
}
const listen: Prong = {
  channel: 'meeting',
  after: 21,
  what: {
    en: 'Meet to listen: what they do already, what worries them, what they would gain',
    es: 'Reunirse para escuchar: qué hacen ya, qué les preocupa, qué ganarían',
  },
}
const visit: Prong = {
  channel: 'visit',
  after: 21,
  what: { en: 'Invite them to see the school', es: 'Invitarles a ver la escuela' },
}
const offer: Prong = {
  channel: 'meeting',
  after: 30,
  what: {
    en: 'Agree on a first small thing to do together',
    es: 'Acordar una primera cosa pequeña para hacer juntos',
  },
}

/** Someone who knows a prospect's people, and how well. */
export interface Knower {
  readonly name: string
  readonly closeness: Closeness
}

const rank: Record<Closeness, number> = { met: 1, works_with: 2, close: 3 }

/** Who should open the door: whoever knows them best. */
export const bestKnower = (knowers: readonly Knower[]): Knower | undefined =>
  [...knowers].sort((a, b) => rank[b.closeness] - rank[a.closeness] || a.name.localeCompare(b.name))[0]

/**
 * A plan to reach out with several prongs (domain D11, D12): through someone who knows them when there is anybody, else by
 * letter and call; one who has reservations is listened to and shown the school before anything is asked; one who is keen
 * goes straight to a first small thing.
 */
export const suggestedOutreach = (
  willingness: Willingness,
  knowers: readonly Knower[],
  today: string,
  language: Language,
): PlannedStep[] => {
  const knower = bestKnower(knowers)
  const opening = knower ? [introduction] : [letter, call]
  const going: Record<Willingness, readonly Prong[]> = {
    keen: [...(knower ? [introduction] : [call]), offer],
    open: [...opening, listen, offer],
    unknown: [...opening, listen],
    reluctant: [...opening, listen, visit],
  }
  return going[willingness].map(({ channel, after, what }) => ({
    channel,
    what: what[language].replace('{who}', knower?.name ?? ''),
    dueOn: addDays(today, after),
  }))
}
