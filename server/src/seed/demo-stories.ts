import type { NewConsent, StoryChange } from '@common-table/shared/stories/schemas'

interface DemoStory {
  readonly title: string
  /** Offers this kind of help. */
  readonly category: string
  readonly stage: 'published' | 'review' | 'consent' | 'draft'
  readonly words: StoryChange
  readonly consent?: NewConsent
  /** With a picture, and what it shows. */
  readonly photo?: { readonly alt: string; readonly altEs: string }
}

/** Stories of the fictional district, one in each stage and two that everybody reads. */
export const demoStories: readonly DemoStory[] = [
  {
    title: 'Sixty backpacks on a Friday',
    category: 'bn_food',
    stage: 'published',
    words: {
      titleEs: 'Sesenta mochilas un viernes',
      summary:
        'Families at three schools told us Friday was the hard day. Now a backpack goes home with whoever asks.',
      summaryEs:
        'Las familias de tres escuelas nos dijeron que el viernes era el día difícil. Ahora quien lo pide lleva una mochila a casa.',
      need: 'Food for the weekend, without a form and without a line.',
      needEs: 'Comida para el fin de semana, sin formularios y sin filas.',
      body: 'The food bank asked families what they would cook, and packed that. Volunteers fill the backpacks on Thursday; on Friday they stand by the door, and nobody is asked why they take one.\n\nIn the first spring, 60 backpacks went home each week. Parents now help to pack, and choose what goes in.',
      bodyEs:
        'El banco de alimentos preguntó a las familias qué cocinarían, y eso empacó. Los voluntarios llenan las mochilas el jueves; el viernes están junto a la puerta y a nadie se le pregunta por qué toma una.\n\nEn la primera primavera, cada semana salieron 60 mochilas. Ahora madres y padres ayudan a empacar y eligen qué va dentro.',
      setting: 'in_school',
      quote: 'My son carries it home like a prize.',
      quoteEs: 'Mi hijo la lleva a casa como un premio.',
      quoteBy: 'A mother of two students',
      quoteByEs: 'Una madre de dos estudiantes',
      evidence: 'participation_only',
    },
    consent: {
      name: 'Lucía Maldonado',
      relation: 'self',
      covers: ['quote'],
      how: 'link',
      email: 'lucia@familia.example',
      locale: 'es',
    },
  },
  {
    title: 'A garden where the parking lot was',
    category: 'me_one',
    stage: 'published',
    words: {
      titleEs: 'Un huerto donde estaba el estacionamiento',
      summary:
        'Students, neighbors and mentors planted the first rows by the river. Science class meets there now.',
      summaryEs:
        'Estudiantes, vecinos y mentores plantaron los primeros surcos junto al río. Ahora la clase de ciencias se reúne allí.',
      need: 'A place where older and younger students do something together.',
      needEs: 'Un lugar donde estudiantes mayores y menores hagan algo juntos.',
      body: 'It began with a wish in the school snapshot: somewhere outside. The partner brought tools and mentors, the city gave the soil, and a grandfather showed how deep a bean goes.\n\nWhile the garden grew, attendance in the mentored group rose from 88 to 92 percent. Other things changed that year as well.',
      bodyEs:
        'Empezó con un deseo de la escuela: algún lugar afuera. El aliado trajo herramientas y mentores, la ciudad dio la tierra y un abuelo mostró a qué profundidad va un frijol.\n\nMientras crecía el huerto, la asistencia del grupo con mentores pasó de 88 a 92 por ciento. Ese año cambiaron también otras cosas.',
      setting: 'after_school',
      photoOfPeople: false,
      evidence: 'pre_post',
    },
    photo: {
      alt: 'Rows of green beside a river, hills and a low sun behind',
      altEs: 'Surcos verdes junto a un río, con colinas y un sol bajo detrás',
    },
  },
  {
    title: 'Reading aloud before the bell',
    category: 'ac_literacy',
    stage: 'review',
    words: {
      summary: 'Eight volunteers read with second graders before class, three mornings a week.',
      need: 'Somebody to read with, one at a time.',
      body: 'Thanks to the volunteers every second grader improved. They come at seven, with coffee, and each has two children.',
      setting: 'before_school',
      quote: 'I get to pick the book.',
      quoteBy: 'A second grader',
      evidence: 'participation_only',
    },
    consent: {
      name: 'Tomasz Wieczorek',
      relation: 'guardian',
      covers: ['quote'],
      how: 'paper',
      validUntil: null,
      note: 'Signed form, kept in the school office.',
    },
  },
  {
    title: 'The counselor is in on Wednesdays',
    category: 'bh_counsel',
    stage: 'consent',
    words: {
      summary: 'A counselor who knows the school listens on Wednesdays, in the room beside the library.',
      need: 'Somebody to talk to without leaving school.',
      body: 'Students come on their own or with a friend. The counselor speaks Spanish and knows every teacher by name.',
      setting: 'in_school',
      quote: 'She remembers what I said last week.',
      quoteBy: 'An eighth grader',
      evidence: 'participation_only',
    },
    consent: {
      name: 'Hannah Oduya',
      relation: 'guardian',
      covers: ['quote'],
      how: 'link',
      email: 'hannah@family.example',
    },
  },
  {
    title: 'Coding on Saturdays',
    category: 'ac_stem',
    stage: 'draft',
    words: { summary: 'Engineers from across the river open their office one Saturday a month.' },
  },
]
