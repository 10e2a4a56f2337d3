import { normaliseOrganizationName } from '@common-table/shared/matching/names'
import { openRecords } from '../run/queries-records.ts'
import type { Counts } from '../run/outcome.ts'
import type { CopyValue } from '../run/queries-staging.ts'
import type { DuplicateQuestion, OrganizationList } from './organization-list.ts'
import { askedDuplicates, newIds } from './queries-organizations.ts'
import type { WriterContext } from './row-writer.ts'

/** The columns of an organisation a file can fill, beside its name. */
export const organizationColumns = [
  'alternate_name',
  'type',
  'description',
  'website',
  'email',
  'phone',
  'ein',
  'languages',
] as const
export type OrganizationValues = Partial<Record<(typeof organizationColumns)[number], CopyValue>>

/** Writes the organisations a file speaks of, each with a final id. */
export const writeOrganizationRecords = async (
  context: WriterContext,
  list: OrganizationList,
  values: ReadonlyMap<string, OrganizationValues>,
  source: string,
): Promise<{ counts: Counts; idOf: (id: string) => string }> => {
  const added = list.added()
  const ids = await newIds(context.sql, added.length)
  const final = new Map(added.map(({ id }, at) => [id, ids[at]!]))
  const idOf = (id: string) => final.get(id) ?? id
  const names = new Map(added.map(({ id, name }) => [id, name]))
  const records = await openRecords(context.sql, {
    table: 'organizations',
    key: ['id'],
    columns: ['name', 'source', ...organizationColumns],
    existing: context.options.existing === 'update' ? 'update' : 'fill',
    // The name people gave it stays; the file's spelling led to it anyway.
    only: { name: 'false', source: 'false' },
  })
  for (const [id, row] of values) {
    const isNew = names.has(id)
    records.add([
      idOf(id),
      names.get(id) ?? null,
      isNew ? source : null,
      ...organizationColumns.map((column) => row[column] ?? null),
    ])
    await records.flush()
  }
  return { counts: await records.write(context.importId), idOf }
}

/** Asks about organisations that may be one, never twice about the same pair. */
export const askAboutDuplicates = async (
  context: WriterContext,
  questions: readonly DuplicateQuestion[],
  idOf: (id: string) => string,
): Promise<Counts> => {
  const asked = await askedDuplicates(context.sql)
  const records = await openRecords(context.sql, {
    table: 'review_items',
    key: ['kind', 'subject_key'],
    columns: ['import_id', 'subject', 'candidates', 'confidence'],
    existing: 'fill',
  })
  let before = 0
  for (const { a, b, confidence, reasons } of questions) {
    const [known, fresh] = b.isNew ? [a, b] : [b, a]
    const key = [known, fresh]
      .map(({ name }) => normaliseOrganizationName(name))
      .sort()
      .join(' | ')
    if (asked.has(key)) {
      before++
      continue
    }
    asked.add(key)
    records.add([
      'organization_duplicate',
      key,
      context.importId,
      JSON.stringify({ organizationId: idOf(fresh.id), name: fresh.name }),
      JSON.stringify([{ organizationId: idOf(known.id), name: known.name, confidence, reasons }]),
      confidence,
    ])
  }
  const counts = await records.write(context.importId)
  return { ...counts, unchanged: counts.unchanged + before }
}
