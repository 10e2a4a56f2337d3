import type { Template } from './template.ts'

/** Mails around help a school asks for: to the partner that is asked, and to whoever asked. */
export const requestTemplates = {
  helpAsked: {
    secret: true,
    en: {
      subject: '{school} asks {organization} for help: {title}',
      paragraphs: [
        'Hello {name},',
        '{school} asks whether {organization} can help: {title}. It is about {category} for {students} students{wanted}.',
        '{details}',
        'Say whether you can by {due}; it takes a minute and needs no account:',
        '{link}',
        'A no helps too: the school can then ask somebody else.',
        '{asker}, {school}\n{district}',
      ],
    },
    es: {
      subject: '{school} pide ayuda a {organization}: {title}',
      paragraphs: [
        'Hola, {name}:',
        '{school} pregunta si {organization} puede ayudar: {title}. Se trata de {category} para {students} estudiantes{wanted}.',
        '{details}',
        'Diga si puede hasta el {due}; toma un minuto y no necesita una cuenta:',
        '{link}',
        'Un no también ayuda: la escuela puede entonces preguntar a alguien más.',
        '{asker}, {school}\n{district}',
      ],
    },
  },
  helpReminder: {
    secret: true,
    en: {
      subject: 'Reminder: {school} waits for word from {organization}',
      paragraphs: [
        'Hello {name},',
        '{school} asked for help and has not heard from you yet: {title}. The answer was asked for by {due}.',
        'Yes, in part, or no: one click on this page is enough.',
        '{link}',
        '{district}',
      ],
    },
    es: {
      subject: 'Recordatorio: {school} espera respuesta de {organization}',
      paragraphs: [
        'Hola, {name}:',
        '{school} pidió ayuda y todavía no tiene respuesta: {title}. Se pidió contestar hasta el {due}.',
        'Sí, en parte o no: basta un clic en esta página.',
        '{link}',
        '{district}',
      ],
    },
  },
  helpAccepted: {
    secret: true,
    en: {
      subject: '{school} gladly takes your help',
      paragraphs: [
        'Hello {name},',
        '{school} takes the help of {organization}: {title}, for {students} students. Thank you!',
        'On this page you say when it begins, and later what was delivered:',
        '{link}',
        '{asker} at {school} will be in touch about the first steps.',
        '{district}',
      ],
    },
    es: {
      subject: '{school} acepta con gusto su ayuda',
      paragraphs: [
        'Hola, {name}:',
        '{school} acepta la ayuda de {organization}: {title}, para {students} estudiantes. ¡Gracias!',
        'En esta página puede decir cuándo empieza y, más adelante, qué se entregó:',
        '{link}',
        '{asker}, de {school}, se comunicará con usted para los primeros pasos.',
        '{district}',
      ],
    },
  },
  helpOutcome: {
    secret: true,
    en: {
      subject: 'What came of the request of {school}',
      paragraphs: [
        'Hello {name},',
        '{school} has closed its request “{title}”: {outcome}',
        'Thank you for your answer. Here you see it once more:',
        '{link}',
        '{district}',
      ],
    },
    es: {
      subject: 'Qué resultó de la petición de {school}',
      paragraphs: [
        'Hola, {name}:',
        '{school} cerró su petición «{title}»: {outcome}',
        'Gracias por su respuesta. Aquí puede verla otra vez:',
        '{link}',
        '{district}',
      ],
    },
  },
  canDeliver: {
    secret: true,
    en: {
      subject: 'Can {organization} still deliver? Please answer with one tap',
      paragraphs: [
        'Hello {name},',
        '{district} asks all its partners: can you still deliver what you do at our schools?',
        '{note}',
        'Yes, in part, or no: one tap on this page is enough, on a phone as well. No account is needed.',
        '{link}',
        '{district}',
      ],
    },
    es: {
      subject: '¿Puede {organization} seguir prestando su ayuda? Responda con un toque',
      paragraphs: [
        'Hola, {name}:',
        '{district} pregunta a todos sus aliados: ¿pueden seguir prestando su ayuda en nuestras escuelas?',
        '{note}',
        'Sí, en parte o no: basta un toque en esta página, también en el teléfono. No necesita una cuenta.',
        '{link}',
        '{district}',
      ],
    },
  },
  helpNews: {
    en: {
      subject: '{organization}: {news} ({title})',
      paragraphs: [
        'Hello {name},',
        '{organization} about your request “{title}” for {school}: {news}.',
        '{note}',
        'Here is everything that came of your request so far:',
        '{link}',
        '{district}',
      ],
    },
    es: {
      subject: '{organization}: {news} ({title})',
      paragraphs: [
        'Hola, {name}:',
        '{organization} sobre su petición «{title}» para {school}: {news}.',
        '{note}',
        'Aquí está todo lo que ha resultado de su petición:',
        '{link}',
        '{district}',
      ],
    },
  },
} as const satisfies Record<string, Template>
