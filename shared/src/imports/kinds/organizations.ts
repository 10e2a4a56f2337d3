import { placeFields } from './fields.ts'
import { existingRecords, field, type ImportField, type ImportKind } from './kind.ts'

/** What an organisation's own columns may hold, in a directory or beside its programmes. */
export const organizationFields: readonly ImportField[] = [
  field(
    'organization',
    'Organization',
    'Organización',
    [
      'agency',
      'agency name',
      'organisation',
      'organization name',
      'provider',
      'partner',
      'vendor',
      'cbo',
      'legal name',
    ],
    { required: true },
  ),
  field('phone', 'Phone', 'Teléfono', ['contact number', 'telephone', 'phone number'], { shape: 'phone' }),
  field('email', 'E-mail', 'Correo electrónico', ['email', 'contact email'], { shape: 'email' }),
  field('website', 'Website', 'Sitio web', ['url', 'web site', 'web address'], { shape: 'url' }),
  field('ein', 'Tax number (EIN)', 'Número fiscal (EIN)', ['ein', 'tax id', 'federal tax id']),
]

/** A directory of organisations: one row each. */
export const organizationsKind: ImportKind = {
  key: 'organizations',
  label: { en: 'Organizations', es: 'Organizaciones' },
  permission: 'organizations:write',
  needs: [['organization']],
  options: [existingRecords('fill')],
  fieldsFor: () => [
    ...organizationFields,
    field('alternateName', 'Also known as', 'También conocida como', [
      'alternate name',
      'acronym',
      'dba',
      'aka',
    ]),
    field('description', 'Description', 'Descripción', ['about', 'mission', 'summary']),
    field('type', 'Type of organization', 'Tipo de organización', ['organization type', 'sector', 'type']),
    field('languages', 'Languages', 'Idiomas', ['languages spoken', 'language']),
    ...placeFields,
  ],
}
