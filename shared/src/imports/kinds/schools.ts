import { schoolCodeField, schoolYearField, placeFields } from './fields.ts'
import { figureFields } from './figure-fields.ts'
import { groupFields } from './group-figures.ts'
import { existingRecords, field, flag, type ImportKind } from './kind.ts'

/** The school directory, with the figures of who is served by year. One row a school, or one a school and year. */
export const schoolsKind: ImportKind = {
  key: 'schools',
  label: { en: 'Schools', es: 'Escuelas' },
  permission: 'schools:write',
  needs: [['schoolCode', 'name']],
  options: [
    existingRecords('update'),
    flag(
      'closeAbsent',
      'yes',
      'A school without a row in the newest year is closed',
      'Una escuela sin fila en el año más reciente está cerrada',
    ),
  ],
  fieldsFor: (metrics) => [
    { ...schoolCodeField, required: true },
    field('name', 'School name', 'Nombre de la escuela', ['school', 'name', 'sch name', 'institution name'], {
      required: true,
    }),
    schoolYearField,
    ...placeFields,
    field('level', 'Level', 'Nivel', [
      'location category',
      'school level',
      'level description',
      'grade span category',
    ]),
    field('management', 'Managed by', 'Administrada por', [
      'charter',
      'governance',
      'sector',
      'charter status',
    ]),
    field('type', 'Type of school', 'Tipo de escuela', [
      'location type',
      'school type',
      'institution type',
      'program type',
    ]),
    field('grades', 'Grades', 'Grados', ['grades served', 'grade span', 'grade range', 'grades offered'], {
      shape: 'grades',
    }),
    field('phone', 'Phone', 'Teléfono', ['telephone', 'phone number', 'contact number'], { shape: 'phone' }),
    field('website', 'Website', 'Sitio web', ['url', 'web site', 'web address'], { shape: 'url' }),
    field('principalName', 'Principal', 'Director/a', ['principal name', 'administrator', 'head of school']),
    field(
      'principalEmail',
      'Principal e-mail',
      'Correo del director o la directora',
      ['principal email', 'email', 'school email'],
      { shape: 'email' },
    ),
    ...metrics
      .filter(({ family }) => family === 'context' || family === 'demographics')
      .flatMap(figureFields),
    ...groupFields(metrics),
  ],
}
