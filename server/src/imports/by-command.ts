import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { notFound, ProblemError } from '@common-table/shared/contract/problem'
import type { ImportKind, KnownMetric } from '@common-table/shared/imports/kinds/kind'
import { importKindKeys, importKindOf } from '@common-table/shared/imports/kinds/registry'
import { mappingProblems, missingFields, optionProblems } from '@common-table/shared/imports/mapping-rules'
import { normaliseHeader } from '@common-table/shared/imports/columns'
import type { Import } from '@common-table/shared/imports/schemas'
import type { Services } from '../http/services.ts'
import { takeIn, type Intake } from './intake.ts'
import { findImport, insertImport, metricsOf, moveImport, rememberedMapping } from './queries.ts'
import { refusedRowsFile } from './refused-rows-file.ts'
import { carryOut } from './run/import-run.ts'
import type { ImportTask } from './run/import-task.ts'
import type { ProgressListener } from './run/progress.ts'

const author = { kind: 'system', id: null, name: 'command line', requestId: null } as const

export interface CommandImport {
  readonly districtId: string
  readonly kind: string
  readonly path: string
  /** Column → field, empty to leave a column out; the rest is guessed. */
  readonly map: Readonly<Record<string, string>>
  readonly options: Readonly<Record<string, string>>
}

/** A file taken in from the command line, ready to be checked or brought in. */
export interface TakenIn {
  readonly importId: string
  readonly columns: readonly { header: string; field: string | null; label: string; sample: string }[]
}

const kindOf = (key: string): ImportKind =>
  importKindOf(key) ??
  (() => {
    throw new ProblemError(
      'invalid-input',
      `There is no kind of import "${key}". There are: ${importKindKeys.join(', ')}.`,
    )
  })()

const mapped = (
  intake: Intake,
  kind: ImportKind,
  metrics: readonly KnownMetric[],
  map: Readonly<Record<string, string>>,
) => {
  const fields = kind.fieldsFor(metrics)
  const mapping = [...intake.mapping]
  for (const [column, said] of Object.entries(map)) {
    const at = intake.header.findIndex((name) => normaliseHeader(name) === normaliseHeader(column))
    if (at < 0)
      throw new ProblemError(
        'invalid-input',
        `The file has no column "${column}". It has: ${intake.header.join(', ')}.`,
      )
    const field =
      said === ''
        ? null
        : (fields.find(({ key, label }) => key === said || label.en.toLowerCase() === said.toLowerCase())
            ?.key ?? said)
    for (const [other, taken] of mapping.entries()) if (taken === field) mapping[other] = null
    mapping[at] = field
  }
  const problems = [
    ...mappingProblems(kind, metrics, intake.header.length, mapping),
    ...missingFields(kind, metrics, mapping),
  ]
  if (problems[0]) throw new ProblemError('invalid-input', problems[0].message)
  return mapping
}

/** Copies a file into the store and works out its columns. */
export const takeInFile = async (
  services: Services,
  { districtId, kind: key, path, map, options }: CommandImport,
): Promise<TakenIn> => {
  const kind = kindOf(key)
  const wrong = optionProblems(kind, options)[0]
  if (wrong)
    throw new ProblemError('invalid-input', `${wrong.field.replace('options.', '')}: ${wrong.message}`)
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new ProblemError('not-found', `There is no file ${path}.`)
  const kept = await services.files.keep(createReadStream(path), services.settings.uploadLimitMb * 1_000_000)
  return services.write(districtId, author, async (db) => {
    const metrics = await metricsOf(db)
    const intake = await takeIn(
      services.files.pathOf(kept.sha256),
      kind,
      metrics,
      async (signature) => (await rememberedMapping(db, key, signature))?.mapping,
    )
    const mapping = mapped(intake, kind, metrics, map)
    const labels = new Map(kind.fieldsFor(metrics).map(({ key: field, label }) => [field, label.en]))
    const importId = await insertImport(db, {
      kind: key,
      file: { name: basename(path), mediaType: 'application/octet-stream', ...kept },
      signature: intake.signature,
      columns: intake.columns,
      mapping,
      options,
      by: { id: null, name: author.name },
    })
    return {
      importId,
      columns: intake.columns.map(({ header, samples }, at) => ({
        header,
        field: mapping[at] ?? null,
        label: labels.get(mapping[at] ?? '') ?? '',
        sample: samples[0] ?? '',
      })),
    }
  })
}

/** Writes the refused rows of an import with what to do, to be fixed and sent again. */
export const writeRefusedRows = async (
  services: Services,
  districtId: string,
  importId: string,
  path: string,
): Promise<void> => {
  const { body } = await refusedRowsFile(services.read(districtId), services.files, importId, null)
  await pipeline(body, createWriteStream(path)).catch((error: NodeJS.ErrnoException) => {
    throw new ProblemError(
      'invalid-input',
      `${path} cannot be written (${error.code}). Choose another place.`,
    )
  })
}

const statusFor = { check: 'checking', run: 'queued', undo: 'undoing' } as const

/** Does one task of an import here and now, and answers what came of it. */
export const performHere = async (
  services: Services,
  districtId: string,
  importId: string,
  task: ImportTask,
  onProgress: ProgressListener,
): Promise<Import> => {
  const from =
    task === 'undo'
      ? (['done'] as const)
      : (['uploaded', 'checked', 'failed', 'cancelled', 'undone'] as const)
  const moved = await services.write(districtId, author, (db) =>
    moveImport(db, importId, statusFor[task], from, { id: null, name: author.name }),
  )
  if (moved === undefined)
    throw new ProblemError('step-not-possible', 'This import is under way, or its state does not allow that.')
  await carryOut(services, { districtId, importId, task, onProgress })
  const { import: text } = (await findImport(services.read(districtId), null, importId)) ?? notFound('import')
  return JSON.parse(text) as Import
}
