import { placeFields } from './fields.ts'
import { existingRecords, field, flag, type ImportKind } from './kind.ts'
import { organizationFields } from './organizations.ts'

/** Programmes and where they run: one row an organisation, programme and site. */
export const programSitesKind: ImportKind = {
  key: 'program_sites',
  label: { en: 'Programs and their sites', es: 'Programas y sus sedes' },
  permission: 'organizations:write',
  needs: [['organization', 'program', 'site']],
  options: [
    existingRecords('fill'),
    flag('matchSchools', 'yes', 'Match sites to schools', 'Asociar las sedes con escuelas'),
    flag(
      'partnerships',
      'yes',
      'Record a partnership for each organization at schools',
      'Registrar una alianza por cada organización presente en escuelas',
    ),
  ],
  fieldsFor: () => [
    ...organizationFields,
    field('program', 'Program', 'Programa', ['program name', 'service', 'service name', 'activity'], {
      required: true,
    }),
    field('programType', 'Type of program', 'Tipo de programa', [
      'program type',
      'service type',
      'program category',
      'category',
    ]),
    field('site', 'Site', 'Sede', ['site name', 'location name', 'program site', 'school site', 'school'], {
      required: true,
    }),
    field('grades', 'Grades or ages', 'Grados o edades', [
      'grade level',
      'grade level / age group',
      'grades served',
      'grade served',
      'age group',
    ]),
    ...placeFields,
  ],
}
