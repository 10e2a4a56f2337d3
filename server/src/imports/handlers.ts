import { notFound, ProblemError, type FieldProblem } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { importsContract } from '@common-table/shared/imports/contract'
import { importKindOf } from '@common-table/shared/imports/kinds/registry'
import { mappingProblems, missingFields, optionProblems } from '@common-table/shared/imports/mapping-rules'
import { rememberMapping } from '@common-table/shared/imports/columns'
import type { Import, ImportStatus } from '@common-table/shared/imports/schemas'
import type { Actor } from '../http/actor.ts'
import { json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import type { Services } from '../http/services.ts'
import { stale } from '../http/stale.ts'
import type { Db } from '../db/db.ts'
import { takeIn } from './intake.ts'
import { followImport } from './live.ts'
import {
  changeImport,
  findImport,
  importsOf,
  insertImport,
  metricsOf,
  moveImport,
  problemsOf,
  rememberedMapping,
  rememberMappingAs,
} from './queries.ts'
import { refusedRowsFile } from './refused-rows-file.ts'
import type { ImportTask } from './run/import-task.ts'

const theImport = async (db: Db, actor: Actor, importId: string) =>
  (await findImport(db, actor.schoolIds, importId)) ?? notFound('import')

const answerOf = async (db: Db, actor: Actor, importId: string) => {
  const found = await theImport(db, actor, importId)
  return json(found.import, found.version)
}

const refuse = (problems: readonly FieldProblem[]): void => {
  const [first] = problems
  if (first) throw new ProblemError('invalid-input', first.message, { fields: [...problems] })
}

/** Bringing in a file writes what it holds: the caller must be allowed to write that, too. */
const mayWrite = (actor: Actor, kind: string): void => {
  const permission = importKindOf(kind)!.permission
  if (!actor.permissions.includes(permission)) throw refusal('import-kind')
}

const startable: readonly ImportStatus[] = ['uploaded', 'checked', 'failed', 'cancelled', 'undone']

/** Sends an import to work; it happens after this request, and once. */
const send = async (
  { db, actor, services }: { db: Db; actor: Actor; services: Services },
  importId: string,
  task: ImportTask,
) => {
  const found = await theImport(db, actor, importId)
  mayWrite(actor, found.kind)
  const { mapping, columns } = JSON.parse(found.import) as Import
  if (task !== 'undo') refuse(missingFields(importKindOf(found.kind)!, await metricsOf(db), mapping))
  const [to, from] = {
    check: ['checking', startable] as const,
    run: ['queued', startable] as const,
    undo: ['undoing', ['done']] as const,
  }[task]
  const signature = await moveImport(db, importId, to, from, {
    id: actor.kind === 'user' ? actor.id : null,
    name: actor.name,
  })
  if (signature === undefined) throw refusal(task === 'undo' ? 'import-not-done' : 'import-under-way')
  if (task === 'run') {
    const confirmed = columns.map(({ header }, at) => ({ header, field: mapping[at] ?? undefined }))
    const { options } = JSON.parse(found.import) as Import
    await rememberMappingAs(db, found.kind, signature, rememberMapping(confirmed), options)
  }
  await services.jobs.send(db, 'import', { districtId: actor.districtId, importId, task })
  return answerOf(db, actor, importId)
}

export const importsHandlers: Handlers<typeof importsContract> = {
  listImports: async ({ db, actor, query, page }) =>
    listAnswer(await importsOf(db, actor.schoolIds, query, page.after), page),

  uploadImport: async ({ db, actor, query, file, services }) => {
    mayWrite(actor, query.kind)
    const kind = importKindOf(query.kind)!
    const before = { options: {} as Record<string, string> }
    const intake = await takeIn(
      services.files.pathOf(file.sha256),
      kind,
      await metricsOf(db),
      async (signature) => {
        const known = await rememberedMapping(db, query.kind, signature)
        before.options = known?.options ?? {}
        return known?.mapping
      },
    )
    const importId = await insertImport(db, {
      kind: query.kind,
      file,
      signature: intake.signature,
      columns: intake.columns,
      mapping: intake.mapping,
      options: before.options,
      by: { id: actor.kind === 'user' ? actor.id : null, name: actor.name },
    })
    return answerOf(db, actor, importId)
  },

  getImport: ({ db, actor, params }) => answerOf(db, actor, params.importId),

  changeImport: async ({ db, actor, params, body, ifMatch }) => {
    const found = await theImport(db, actor, params.importId)
    mayWrite(actor, found.kind)
    const kind = importKindOf(found.kind)!
    const { columns } = JSON.parse(found.import) as Import
    if (body.mapping) refuse(mappingProblems(kind, await metricsOf(db), columns.length, body.mapping))
    if (body.options) refuse(optionProblems(kind, body.options))
    if (!(await changeImport(db, params.importId, ifMatch, body))) {
      const now = await theImport(db, actor, params.importId)
      if (now.version !== ifMatch) stale(now.import)
      throw refusal('columns-fixed')
    }
    return answerOf(db, actor, params.importId)
  },

  listImportFields: async ({ db, actor, params }) => {
    const { kind } = await theImport(db, actor, params.importId)
    return {
      items: importKindOf(kind)!
        .fieldsFor(await metricsOf(db))
        .map(({ key, label, required = false, part }) => ({ key, label, required, part })),
    }
  },

  checkImport: (request) => send(request, request.params.importId, 'check'),
  runImport: (request) => send(request, request.params.importId, 'run'),
  undoImport: (request) => send(request, request.params.importId, 'undo'),

  cancelImport: async ({ db, actor, params }) => {
    const found = await theImport(db, actor, params.importId)
    mayWrite(actor, found.kind)
    const by = { id: actor.kind === 'user' ? actor.id : null, name: actor.name }
    const checking = found.status === 'checking'
    if (
      (await moveImport(
        db,
        params.importId,
        checking ? 'uploaded' : 'cancelled',
        ['checking', 'queued', 'running'],
        by,
      )) === undefined
    )
      throw refusal('nothing-to-stop')
    return answerOf(db, actor, params.importId)
  },

  followImport: ({ db, actor, params, services, signal }) =>
    followImport(() => theImport(db, actor, params.importId), services.listener, params.importId, signal),

  listImportProblems: async ({ db, actor, params, query, page }) => {
    await theImport(db, actor, params.importId)
    return listAnswer(await problemsOf(db, params.importId, query, page.after), page)
  },

  downloadRefusedRows: async ({ db, actor, params, services }) => {
    await theImport(db, actor, params.importId)
    return refusedRowsFile(db, services.files, params.importId, actor.id)
  },
}
