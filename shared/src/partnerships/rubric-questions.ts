/**
 * How much a partnership asks of both sides, found out by eight questions. The idea of tying the paperwork to an intensity
 * is Madison's policy 7544 (domain 2, C10); questions and points are our own. Each answer is worth points, and a few answers
 * lift the result whatever the sum says, because the risk is there even when everything else is small.
 */
export const intensityRubric = [
  {
    code: 'contact',
    en: 'Are its people with students?',
    es: '¿Sus personas están con estudiantes?',
    answers: [
      { code: 'none', points: 0, en: 'No', es: 'No' },
      {
        code: 'supervised',
        points: 1,
        en: 'Yes, always with school staff present',
        es: 'Sí, siempre con personal escolar presente',
      },
      {
        code: 'unsupervised',
        points: 3,
        en: 'Yes, at times without school staff',
        es: 'Sí, a veces sin personal escolar',
      },
    ],
  },
  {
    code: 'frequency',
    en: 'How often does it happen?',
    es: '¿Con qué frecuencia?',
    answers: [
      { code: 'once', points: 0, en: 'Once or twice a year', es: 'Una o dos veces al año' },
      { code: 'monthly', points: 1, en: 'About every month', es: 'Más o menos cada mes' },
      { code: 'weekly', points: 2, en: 'Every week', es: 'Cada semana' },
      { code: 'daily', points: 3, en: 'Most school days', es: 'Casi todos los días de clase' },
    ],
  },
  {
    code: 'reach',
    en: 'How many students does it reach in a year?',
    es: '¿A cuántos estudiantes llega en un año?',
    answers: [
      { code: 'few', points: 0, en: 'Fewer than 25', es: 'Menos de 25' },
      { code: 'some', points: 1, en: '25 to 100', es: 'De 25 a 100' },
      { code: 'many', points: 2, en: 'More than 100', es: 'Más de 100' },
    ],
  },
  {
    code: 'place',
    en: 'Where does it happen?',
    es: '¿Dónde ocurre?',
    answers: [
      {
        code: 'elsewhere',
        points: 0,
        en: 'Away from schools or online',
        es: 'Fuera de las escuelas o en línea',
      },
      {
        code: 'on_campus',
        points: 1,
        en: 'At school, in school hours',
        es: 'En la escuela, en horario escolar',
      },
      {
        code: 'after_hours',
        points: 2,
        en: 'At school, outside school hours',
        es: 'En la escuela, fuera del horario escolar',
      },
    ],
  },
  {
    code: 'data',
    en: 'What does it learn about students?',
    es: '¿Qué datos de estudiantes recibe?',
    answers: [
      { code: 'none', points: 0, en: 'Nothing', es: 'Ninguno' },
      { code: 'aggregate', points: 1, en: 'Numbers about groups only', es: 'Solo cifras de grupos' },
      { code: 'student_level', points: 3, en: 'Records of single students', es: 'Datos de cada estudiante' },
    ],
  },
  {
    code: 'money',
    en: 'Does money change hands?',
    es: '¿Hay dinero de por medio?',
    answers: [
      { code: 'none', points: 0, en: 'No', es: 'No' },
      {
        code: 'partner_pays',
        points: 1,
        en: 'The partner or a funder pays',
        es: 'Paga la organización o un financiador',
      },
      { code: 'district_pays', points: 2, en: 'The district pays', es: 'Paga el distrito' },
    ],
  },
  {
    code: 'term',
    en: 'How long is it meant to last?',
    es: '¿Cuánto tiempo debe durar?',
    answers: [
      { code: 'short', points: 0, en: 'Up to a semester', es: 'Hasta un semestre' },
      { code: 'year', points: 1, en: 'A school year', es: 'Un año escolar' },
      { code: 'years', points: 2, en: 'Several years', es: 'Varios años' },
    ],
  },
  {
    code: 'care',
    en: 'Does it give health care or counseling, or drive students?',
    es: '¿Da atención de salud o consejería, o transporta estudiantes?',
    answers: [
      { code: 'no', points: 0, en: 'No', es: 'No' },
      { code: 'yes', points: 3, en: 'Yes', es: 'Sí' },
    ],
  },
] as const

export type RubricAnswers = {
  [Q in (typeof intensityRubric)[number] as Q['code']]: Q['answers'][number]['code']
}
