import type { SectionTemplate } from './section-terms.ts'

/** The sections of a partner agreement (domain 3.8), continued: scope, money and systems. */
export const secondSections = [
  {
    code: 'objectives',
    group: 'scope',
    en: 'Objectives',
    es: 'Objetivos',
    guide: {
      en: 'What students should know, do or have at the end.',
      es: 'Qué deben saber, hacer o tener los estudiantes al final.',
    },
    needs: ['beyond_low'],
  },
  {
    code: 'activities',
    group: 'scope',
    en: 'Activities and division of work',
    es: 'Actividades y reparto del trabajo',
    guide: {
      en: 'What happens, and who does which part of it.',
      es: 'Qué se hace y quién hace cada parte.',
    },
    needs: ['always'],
  },
  {
    code: 'measures',
    group: 'scope',
    en: 'Measures and monitoring',
    es: 'Medidas y seguimiento',
    guide: {
      en: 'How both sides see whether it works, and when they look.',
      es: 'Cómo ven ambas partes si funciona, y cuándo lo miran.',
    },
    needs: ['beyond_low'],
  },
  {
    code: 'cost',
    group: 'money',
    en: 'Cost and payment',
    es: 'Costo y pago',
    guide: {
      en: 'What is paid, to whom, when, for which delivery, and what happens when it is not delivered.',
      es: 'Qué se paga, a quién, cuándo, por qué entrega, y qué pasa si no se entrega.',
    },
    needs: ['district_pays'],
  },
  {
    code: 'resources',
    group: 'money',
    en: 'What each side brings',
    es: 'Qué aporta cada parte',
    guide: {
      en: 'Staff, material, rooms and time of each side, beside money.',
      es: 'Personal, material, espacios y tiempo de cada parte, además del dinero.',
    },
    needs: ['beyond_low'],
  },
  {
    code: 'space',
    group: 'money',
    en: 'Rooms and equipment',
    es: 'Espacios y equipo',
    guide: {
      en: 'Which rooms, when, keys, cleaning, damage.',
      es: 'Qué espacios, cuándo, llaves, limpieza, daños.',
    },
    needs: ['space'],
  },
  {
    code: 'communication',
    group: 'systems',
    en: 'Communication',
    es: 'Comunicación',
    guide: {
      en: 'Who talks to whom, how often, and how quickly people answer.',
      es: 'Quién habla con quién, cada cuánto y con qué rapidez se responde.',
    },
    needs: ['always'],
    starter: {
      en: 'Each side names one person to write to and answers within three school days. Both meet at least once every quarter.',
      es: 'Cada parte nombra una persona de contacto y responde en tres días lectivos. Ambas se reúnen al menos una vez por trimestre.',
    },
  },
  {
    code: 'student_information',
    group: 'systems',
    en: 'Student information and confidentiality',
    es: 'Información de estudiantes y confidencialidad',
    guide: {
      en: 'What the partner learns about students, who may see it, and that it goes no further.',
      es: 'Qué sabe la organización de los estudiantes, quién puede verlo, y que no sale de ahí.',
    },
    needs: ['student_data', 'contact'],
    starter: {
      en: 'What {partner} learns about students and families stays confidential. It is used for this work only and is not passed on unless the law asks for it.',
      es: 'Lo que {partner} sepa de estudiantes y familias es confidencial. Se usa solo para este trabajo y no se comunica a otros salvo que la ley lo exija.',
    },
  },
  {
    code: 'families',
    group: 'systems',
    en: 'Families and permission',
    es: 'Familias y permiso',
    guide: {
      en: 'How families learn of it, in which languages, and what they must agree to.',
      es: 'Cómo se enteran las familias, en qué idiomas, y qué deben autorizar.',
    },
    needs: ['unsupervised'],
  },
  {
    code: 'disputes',
    group: 'systems',
    en: 'When we disagree',
    es: 'Cuando no estamos de acuerdo',
    guide: {
      en: 'Who talks first, who decides, and within how many days.',
      es: 'Quién habla primero, quién decide y en cuántos días.',
    },
    needs: [],
  },
  {
    code: 'transport',
    group: 'systems',
    en: 'Transportation',
    es: 'Transporte',
    guide: {
      en: 'Who drives, with which license and insurance, or that nobody does.',
      es: 'Quién conduce, con qué licencia y seguro, o que nadie lo hace.',
    },
    needs: [],
  },
] as const satisfies readonly SectionTemplate[]
