import { offerTemplates } from './offer-templates.ts'
import { requestTemplates } from './request-templates.ts'
import type { Template } from './template.ts'

/** Every mail the product writes. A feature adds its own here. */
export const templates = {
  invitation: {
    secret: true,
    en: {
      subject: 'You are invited to {district} on Common Table',
      paragraphs: [
        'Hello {name},',
        '{inviter} invites you to Common Table, where {district} finds, agrees and runs its partnerships.',
        'Choose your password here; the link works once, until {expires}:',
        '{link}',
        'If you did not expect this, you need not do anything.',
      ],
    },
    es: {
      subject: 'Le invitan a {district} en Common Table',
      paragraphs: [
        'Hola, {name}:',
        '{inviter} le invita a Common Table, donde {district} busca, acuerda y lleva adelante sus alianzas.',
        'Elija aquí su contraseña; el enlace sirve una sola vez, hasta el {expires}:',
        '{link}',
        'Si no esperaba este mensaje, no tiene que hacer nada.',
      ],
    },
  },
  reset: {
    secret: true,
    en: {
      subject: 'Set a new password for Common Table',
      paragraphs: [
        'Hello {name},',
        'Someone asked for a new password for your account at {district}. If it was you, set it here within one hour; the link works once:',
        '{link}',
        'If it was not you, your password stays as it is and you need not do anything.',
      ],
    },
    es: {
      subject: 'Elija una contraseña nueva para Common Table',
      paragraphs: [
        'Hola, {name}:',
        'Alguien pidió una contraseña nueva para su cuenta en {district}. Si fue usted, elíjala aquí en el plazo de una hora; el enlace sirve una sola vez:',
        '{link}',
        'Si no fue usted, su contraseña sigue igual y no tiene que hacer nada.',
      ],
    },
  },
  passwordChanged: {
    en: {
      subject: 'Your Common Table password was changed',
      paragraphs: [
        'Hello {name},',
        'The password of your account at {district} was just changed, and your other browsers were signed out.',
        'If it was not you, set a new one at once:',
        '{link}',
      ],
    },
    es: {
      subject: 'Su contraseña de Common Table ha cambiado',
      paragraphs: [
        'Hola, {name}:',
        'La contraseña de su cuenta en {district} acaba de cambiar, y se cerró la sesión en sus otros navegadores.',
        'Si no fue usted, elija otra enseguida:',
        '{link}',
      ],
    },
  },
  link: {
    secret: true,
    en: {
      subject: '{district} asks you to {asks}',
      paragraphs: [
        'Hello {name},',
        '{district} asks {organization} to {asks}. It takes a few minutes, on a phone as well, and needs no account:',
        '{link}',
        'The link is for you alone and works until {expires}. If it has run out, its page sends you a new one.',
      ],
    },
    es: {
      subject: '{district} le pide {asks}',
      paragraphs: [
        'Hola, {name}:',
        '{district} le pide a {organization} {asks}. Toma unos minutos, también desde el teléfono, y no necesita una cuenta:',
        '{link}',
        'El enlace es solo para usted y sirve hasta el {expires}. Si ya venció, su página le envía uno nuevo.',
      ],
    },
  },
  linkWithNote: {
    secret: true,
    en: {
      subject: '{district} asks you to {asks}',
      paragraphs: [
        'Hello {name},',
        '{note}',
        '{district} asks {organization} to {asks}. It takes a few minutes, on a phone as well, and needs no account:',
        '{link}',
        'The link is for you alone and works until {expires}. If it has run out, its page sends you a new one.',
      ],
    },
    es: {
      subject: '{district} le pide {asks}',
      paragraphs: [
        'Hola, {name}:',
        '{note}',
        '{district} le pide a {organization} {asks}. Toma unos minutos, también desde el teléfono, y no necesita una cuenta:',
        '{link}',
        'El enlace es solo para usted y sirve hasta el {expires}. Si ya venció, su página le envía uno nuevo.',
      ],
    },
  },
  schoolLink: {
    secret: true,
    en: {
      subject: '{district} asks you to {asks}',
      paragraphs: [
        'Hello {name},',
        '{district} asks you to {asks}. It takes a minute, on a phone as well, and needs no account:',
        '{link}',
        'The link is for you alone and works until {expires}. If it has run out, its page sends you a new one.',
      ],
    },
    es: {
      subject: '{district} le pide {asks}',
      paragraphs: [
        'Hola, {name}:',
        '{district} le pide {asks}. Toma un minuto, también desde el teléfono, y no necesita una cuenta:',
        '{link}',
        'El enlace es solo para usted y sirve hasta el {expires}. Si ya venció, su página le envía uno nuevo.',
      ],
    },
  },
  ...offerTemplates,
  ...requestTemplates,
  checkInBrief: {
    en: {
      subject: 'Check-in with {organization} on {when}',
      paragraphs: [
        'Hello {name},',
        'The check-in of “{partnership}” is on {when}. What to know before you meet is ready: goals, last actions, promises, figures, documents and open needs.',
        '{link}',
        'The partner got the same by a link of its own.',
        '{district}',
      ],
    },
    es: {
      subject: 'Reunión de seguimiento con {organization}: {when}',
      paragraphs: [
        'Hola, {name}:',
        'La reunión de seguimiento de «{partnership}» es el {when}. Ya está lista la preparación: metas, últimas acciones, compromisos, cifras, documentos y necesidades abiertas.',
        '{link}',
        'La organización aliada recibió lo mismo con su propio enlace.',
        '{district}',
      ],
    },
  },
  offerAccepted: {
    en: {
      subject: 'Thank you for offering your help to {district}',
      paragraphs: [
        'Hello {name},',
        'Thank you for offering the help of {organization} to our students and families. We have read your offer and would like to go on from here.',
        'Someone from our partnerships office will be in touch with you soon.',
        '{district}',
      ],
    },
    es: {
      subject: 'Gracias por ofrecer su ayuda a {district}',
      paragraphs: [
        'Hola, {name}:',
        'Gracias por ofrecer la ayuda de {organization} a nuestros estudiantes y familias. Hemos leído su oferta y nos gustaría seguir adelante.',
        'Alguien de nuestra oficina de alianzas se comunicará con usted pronto.',
        '{district}',
      ],
    },
  },
  offerDeclined: {
    en: {
      subject: 'Your offer to {district}',
      paragraphs: [
        'Hello {name},',
        'Thank you for offering the help of {organization}. We have read your offer with care. Just now it does not fit what our schools are looking for.',
        'Needs change through the year. We keep your offer and will write to you when they do.',
        '{district}',
      ],
    },
    es: {
      subject: 'Su oferta a {district}',
      paragraphs: [
        'Hola, {name}:',
        'Gracias por ofrecer la ayuda de {organization}. Hemos leído su oferta con atención. En este momento no coincide con lo que buscan nuestras escuelas.',
        'Las necesidades cambian durante el año. Conservamos su oferta y le escribiremos cuando cambien.',
        '{district}',
      ],
    },
  },
  monthReady: {
    en: {
      subject: 'Your report for {month}',
      paragraphs: [
        'Hello {name},',
        'Your report for {month} is ready: what your partnerships did, what is agreed, and what comes next.',
        '{link}',
        '{district}',
      ],
    },
    es: {
      subject: 'Su informe de {month}',
      paragraphs: [
        'Hola, {name}:',
        'Su informe de {month} está listo: qué hicieron sus alianzas, qué se acordó y qué viene ahora.',
        '{link}',
        '{district}',
      ],
    },
  },
  /** A letter of the district is its own text, in whichever language it was written. */
  letter: {
    en: { subject: '{subject}', paragraphs: ['{body}'] },
    es: { subject: '{subject}', paragraphs: ['{body}'] },
  },
} as const satisfies Record<string, Template>

export type MailKind = keyof typeof templates
