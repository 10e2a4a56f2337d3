import type { SectionTemplate } from './section-terms.ts'

/** The sections of a partner agreement (domain 3.8), in our own words: what it is about and who does what. */
export const firstSections = [
  {
    code: 'purpose',
    group: 'general',
    en: 'Purpose',
    es: 'Propósito',
    guide: {
      en: 'Why both sides do this, for which students, and which goal of the district it serves.',
      es: 'Por qué lo hacen ambas partes, para qué estudiantes y qué meta del distrito atiende.',
    },
    needs: ['always'],
  },
  {
    code: 'parties',
    group: 'general',
    en: 'Parties and legal status',
    es: 'Partes y situación legal',
    guide: {
      en: 'Legal names with their endings, tax number, who may sign.',
      es: 'Nombres legales completos, número fiscal, quién puede firmar.',
    },
    needs: ['always'],
    starter: {
      en: 'This agreement is between {district} (“the district”) and {partner} (“the partner”). Each side remains independent; neither may act in the name of the other.',
      es: 'Este acuerdo es entre {district} («el distrito») y {partner} («la organización»). Cada parte es independiente; ninguna puede actuar en nombre de la otra.',
    },
  },
  {
    code: 'period',
    group: 'general',
    en: 'Period, changes and ending',
    es: 'Plazo, cambios y terminación',
    guide: {
      en: 'How it is changed, renewed and ended. The days themselves are printed from the terms.',
      es: 'Cómo se cambia, renueva y termina. Las fechas se imprimen desde las condiciones.',
    },
    needs: ['always'],
    starter: {
      en: 'Changes are made in writing and signed by both sides. Either side may end this agreement early with a written reason; work already begun with students is brought to an orderly close.',
      es: 'Los cambios se hacen por escrito y los firman ambas partes. Cualquiera puede terminar este acuerdo antes con un motivo escrito; el trabajo ya empezado con estudiantes se cierra de forma ordenada.',
    },
  },
  {
    code: 'supervisors',
    group: 'general',
    en: 'Named supervisors',
    es: 'Responsables de cada parte',
    guide: {
      en: 'One person on each side who answers for the work, and a backup.',
      es: 'Una persona de cada parte que responde del trabajo, y una suplente.',
    },
    needs: ['beyond_low', 'contact'],
  },
  {
    code: 'staffing',
    group: 'responsibilities',
    en: 'Staff, schedule and substitution',
    es: 'Personal, horario y sustituciones',
    guide: {
      en: 'Who comes when and where, and what happens when somebody cannot come.',
      es: 'Quién viene, cuándo y dónde, y qué pasa cuando alguien no puede venir.',
    },
    needs: ['unsupervised', 'district_pays'],
  },
  {
    code: 'students_served',
    group: 'responsibilities',
    en: 'Students served',
    es: 'Estudiantes atendidos',
    guide: {
      en: 'How many, which grades, hours, days and weeks. Counts only, no names.',
      es: 'Cuántos, qué grados, horas, días y semanas. Solo cantidades, sin nombres.',
    },
    needs: ['beyond_low'],
  },
  {
    code: 'supervision',
    group: 'responsibilities',
    en: 'Supervision of students',
    es: 'Supervisión de estudiantes',
    guide: {
      en: 'Who is responsible for students at every moment, also on the way.',
      es: 'Quién responde de los estudiantes en cada momento, también en el camino.',
    },
    needs: ['contact'],
  },
  {
    code: 'screening',
    group: 'responsibilities',
    en: 'Background checks',
    es: 'Verificación de antecedentes',
    guide: {
      en: 'Which checks, before the first day, and how often they are renewed.',
      es: 'Qué verificaciones, antes del primer día, y cada cuánto se renuevan.',
    },
    needs: ['unsupervised'],
    starter: {
      en: 'Nobody of {partner} is alone with students before the checks that the law and the district ask for have been cleared, and not after they have lapsed.',
      es: 'Nadie de {partner} está a solas con estudiantes antes de superar las verificaciones que exigen la ley y el distrito, ni después de que venzan.',
    },
  },
  {
    code: 'reporting_harm',
    group: 'responsibilities',
    en: 'Reporting abuse and neglect',
    es: 'Aviso de maltrato y abandono',
    guide: {
      en: 'Everyone who works with students reports at once and knows to whom.',
      es: 'Quien trabaja con estudiantes avisa de inmediato y sabe a quién.',
    },
    needs: ['contact'],
    starter: {
      en: 'Everyone of {partner} who works with students is trained to recognize abuse and neglect and reports any suspicion at once, to the authorities as the law asks and to the principal.',
      es: 'Quien trabaja con estudiantes por parte de {partner} sabe reconocer el maltrato y el abandono y avisa de toda sospecha de inmediato, a las autoridades como manda la ley y a la dirección de la escuela.',
    },
  },
  {
    code: 'emergency',
    group: 'responsibilities',
    en: 'Emergencies',
    es: 'Emergencias',
    guide: {
      en: 'What people do when something happens, and whose plan holds.',
      es: 'Qué se hace cuando ocurre algo, y qué plan rige.',
    },
    needs: ['contact'],
    starter: {
      en: 'On district grounds the emergency plan of the school holds. The partner’s people follow it, and know the way out and whom to call.',
      es: 'En las instalaciones del distrito rige el plan de emergencia de la escuela. El personal de la organización lo sigue y sabe por dónde salir y a quién llamar.',
    },
  },
  {
    code: 'training',
    group: 'responsibilities',
    en: 'Training',
    es: 'Capacitación',
    guide: {
      en: 'What each side teaches the other before the work begins and while it runs.',
      es: 'Qué enseña cada parte a la otra antes de empezar y durante el trabajo.',
    },
    needs: ['worksite'],
  },
  {
    code: 'meetings',
    group: 'responsibilities',
    en: 'Joint meetings and attendance',
    es: 'Reuniones conjuntas y asistencia',
    guide: {
      en: 'Which meetings both sides attend, and how attendance of students is kept.',
      es: 'A qué reuniones asisten ambas partes y cómo se lleva la asistencia.',
    },
    needs: [],
  },
] as const satisfies readonly SectionTemplate[]
