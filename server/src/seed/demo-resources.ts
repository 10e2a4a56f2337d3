import type { NewResource } from '@common-table/shared/toolkit/schemas'

type Told = Omit<NewResource, 'categoryIds' | 'reviewOn'> & {
  /** A kind of help, by its code. */
  readonly category?: string
  /** Days from today until somebody should look it over. */
  readonly reviewIn: number
}

/** What Riverbend sends again and again, in its own words. */
export const demoResources: readonly Told[] = [
  {
    kind: 'template',
    title: 'Forty minutes for a quarterly check-in',
    summary: 'Five questions that keep a check-in short and end with who does what by when.',
    body: 'Before: each side writes one thing that went well and one that did not.\n\n1. What did students get since we last met? (10 minutes)\n2. What got in the way? (10 minutes)\n3. What do we change? (10 minutes)\n4. Who does what by which day? (5 minutes)\n5. Is there a story worth telling? (5 minutes)',
    tags: ['meetings', 'check-in'],
    audiences: ['staff', 'partner'],
    language: 'en',
    source: 'Partnerships office of Riverbend',
    isPublic: false,
    reviewIn: 240,
  },
  {
    kind: 'guide',
    title: 'The first month of a mentor',
    summary: 'Week by week: whom to meet, what to ask, when to call the liaison.',
    body: 'Week 1: meet the liaison and see the room. Agree on the door, the time and the phone number for bad days.\n\nWeek 2: first meeting with a student. Ask what a good day looks like. Say when you will be back.\n\nWeek 3: come back when you said. That is most of it.\n\nWeek 4: tell the liaison what you noticed. Never write down names.',
    tags: ['mentoring', 'volunteers'],
    audiences: ['partner'],
    language: 'en',
    source: 'Partnerships office of Riverbend',
    category: 'ac_tutor',
    isPublic: true,
    reviewIn: -12,
  },
  {
    kind: 'form',
    title: 'Formulario para la primera visita',
    summary: 'Lo que una persona voluntaria trae y firma antes de entrar a una escuela.',
    body: 'Traiga un documento con foto.\n\nEn la oficina: nombre, organización, a quién visita y a qué hora se va.\n\nLleve la credencial a la vista y nunca esté a solas con un estudiante.',
    tags: ['visitas', 'seguridad'],
    audiences: ['partner', 'family'],
    language: 'es',
    source: 'Oficina de alianzas de Riverbend',
    isPublic: true,
    reviewIn: 150,
  },
  {
    kind: 'training',
    title: 'Talking about attendance without blame',
    summary: 'A half-hour for volunteers who meet families: what helps, what hurts, what to say instead.',
    body: 'Say “we missed you”, not “you were absent again”.\n\nAsk what makes mornings hard before you offer anything.\n\nOffer one thing that the school can do this week, and come back to it.',
    tags: ['attendance', 'families', 'volunteers'],
    audiences: ['staff', 'partner'],
    language: 'en',
    source: 'Attendance team of Riverbend',
    isPublic: false,
    reviewIn: 90,
  },
]
