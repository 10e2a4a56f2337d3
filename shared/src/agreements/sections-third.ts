import type { SectionTemplate } from './section-terms.ts'

/** The sections of a partner agreement (domain 3.8), at last: the terms. */
export const thirdSections = [
  {
    code: 'insurance',
    group: 'terms',
    en: 'Insurance and liability',
    es: 'Seguro y responsabilidad',
    guide: {
      en: 'Which insurance, up to which amount, whether the district is named in it, and who answers for what.',
      es: 'Qué seguro, hasta qué monto, si nombra al distrito, y quién responde de qué.',
    },
    needs: ['unsupervised', 'space', 'district_pays'],
  },
  {
    code: 'nondiscrimination',
    group: 'terms',
    en: 'Open to everyone',
    es: 'Abierto a todos',
    guide: {
      en: 'Nobody is turned away for who they are.',
      es: 'Nadie es rechazado por ser quien es.',
    },
    needs: ['always'],
    starter: {
      en: 'Neither side discriminates against students, families or staff on any ground the law protects. Students with disabilities and those learning English take part with the help they need.',
      es: 'Ninguna parte discrimina a estudiantes, familias o personal por motivos que la ley protege. Los estudiantes con discapacidad y quienes aprenden inglés participan con el apoyo que necesitan.',
    },
  },
  {
    code: 'publicity',
    group: 'terms',
    en: 'Names, logos and pictures',
    es: 'Nombres, logotipos e imágenes',
    guide: {
      en: 'Who may speak about it in public, and that pictures of students need permission.',
      es: 'Quién puede hablar de ello en público, y que las imágenes de estudiantes requieren permiso.',
    },
    needs: [],
  },
  {
    code: 'ownership',
    group: 'terms',
    en: 'Who owns what is made',
    es: 'De quién es lo que se crea',
    guide: {
      en: 'Materials, student work, results.',
      es: 'Materiales, trabajos de estudiantes, resultados.',
    },
    needs: [],
  },
  {
    code: 'data_destruction',
    group: 'terms',
    en: 'End of data use',
    es: 'Fin del uso de datos',
    guide: {
      en: 'How data are destroyed and who certifies it. The day is printed from the data terms.',
      es: 'Cómo se destruyen los datos y quién lo certifica. La fecha se imprime desde las condiciones de datos.',
    },
    needs: ['student_data'],
    starter: {
      en: 'By the day named in this agreement {partner} destroys all data it received, with all copies, and hands the district a signed certificate that says so.',
      es: 'A más tardar en la fecha indicada, {partner} destruye todos los datos recibidos y sus copias, y entrega al distrito un certificado firmado que lo acredita.',
    },
  },
  {
    code: 'governing_law',
    group: 'terms',
    en: 'Law that holds',
    es: 'Ley aplicable',
    guide: {
      en: 'Which state’s law, and which courts.',
      es: 'La ley de qué estado, y qué tribunales.',
    },
    needs: ['district_pays'],
  },
] as const satisfies readonly SectionTemplate[]
