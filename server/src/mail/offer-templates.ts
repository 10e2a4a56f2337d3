import type { Template } from './template.ts'

/** Mails around placing an offer of help: to the principal who is asked, and to whoever offered it. */
export const offerTemplates = {
  firstRefusal: {
    secret: true,
    en: {
      subject: '{organization} offers help for {school}',
      paragraphs: [
        'Hello {name},',
        '{organization} offers {category} for {students} students. Because your school has more need of it than others, you are asked first.',
        '“{message}”',
        'Say yes or no by {until}; it takes a minute and needs no account:',
        '{link}',
        'Without an answer by then the offer passes on to the next school.',
        '{district}',
      ],
    },
    es: {
      subject: '{organization} ofrece ayuda para {school}',
      paragraphs: [
        'Hola, {name}:',
        '{organization} ofrece {category} para {students} estudiantes. Como su escuela lo necesita más que otras, se le pregunta primero.',
        '«{message}»',
        'Responda sí o no hasta el {until}; toma un minuto y no necesita una cuenta:',
        '{link}',
        'Si no hay respuesta hasta entonces, la oferta pasa a la siguiente escuela.',
        '{district}',
      ],
    },
  },
  offerPlaced: {
    secret: true,
    en: {
      subject: '{school} says yes to your help',
      paragraphs: [
        'Hello {name},',
        '{school} takes the help of {organization}: {category} for {students} students. Thank you!',
        'Here you see at any time what has come of your offer:',
        '{link}',
        'Someone from our partnerships office will be in touch about the first steps.',
        '{district}',
      ],
    },
    es: {
      subject: '{school} acepta su ayuda',
      paragraphs: [
        'Hola, {name}:',
        '{school} acepta la ayuda de {organization}: {category} para {students} estudiantes. ¡Gracias!',
        'Aquí puede ver en todo momento qué ha pasado con su oferta:',
        '{link}',
        'Alguien de nuestra oficina de alianzas se comunicará con usted para los primeros pasos.',
        '{district}',
      ],
    },
  },
  offerClosed: {
    secret: true,
    en: {
      subject: 'What came of your offer to {district}',
      paragraphs: [
        'Hello {name},',
        'Thank you again for offering the help of {organization}. {outcome}',
        'Here is what came of it, school by school:',
        '{link}',
        'We keep your offer in mind and will write to you when a new need fits it.',
        '{district}',
      ],
    },
    es: {
      subject: 'Qué pasó con su oferta a {district}',
      paragraphs: [
        'Hola, {name}:',
        'Gracias de nuevo por ofrecer la ayuda de {organization}. {outcome}',
        'Aquí puede ver el resultado, escuela por escuela:',
        '{link}',
        'Tenemos presente su oferta y le escribiremos cuando una nueva necesidad encaje con ella.',
        '{district}',
      ],
    },
  },
} as const satisfies Record<string, Template>
