import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect } from 'vitest'
import { importsContract } from '@common-table/shared/imports/contract'
import type { Role } from '@common-table/shared/contract/permission'
import type { Import } from '@common-table/shared/imports/schemas'
import { carryOut } from '../../src/imports/run/import-run.ts'
import type { ImportTask } from '../../src/imports/run/import-task.ts'
import { district, type Api } from './api.ts'

const data = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data')

/** A real file beside the project; its absence is said, not skipped. */
export const realFile = (path: string): string => {
  const full = join(data, path)
  expect(
    existsSync(full),
    `${path} is missing: the real data belongs in ../shared/data beside the project`,
  ).toBe(true)
  return full
}

/** Sends a file as a browser would. */
export const upload = async (
  api: Pick<Api, 'app'> & { token: (role: Role) => string },
  kind: string,
  name: string,
  content: Buffer | string,
  role: Role = 'admin',
): Promise<{
  status: number
  body: Import & { code: string; detail: string; fields?: { rule: string }[] }
}> => {
  const boundary = 'a-boundary-no-file-holds'
  const response = await api.app.inject({
    method: 'POST',
    url: `/api/v1/imports?kind=${kind}`,
    headers: {
      authorization: `Bearer ${api.token(role)}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`,
      ),
      Buffer.from(content),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  })
  return { status: response.statusCode, body: response.json() }
}

const route = {
  check: importsContract.checkImport,
  run: importsContract.runImport,
  undo: importsContract.undoImport,
}

/** Asks for a task and does its work at once, as the queue's worker would. */
export const perform = async (api: Api, importId: string, task: ImportTask): Promise<Import> => {
  const admin = api.as('admin')
  await admin(route[task], { params: { importId } })
  await carryOut(api.services, { districtId: district, importId, task })
  return admin(importsContract.getImport, { params: { importId } })
}

interface BringIn {
  options?: Record<string, string>
  /** Header → field, where the guess is not to be taken. */
  map?: Record<string, string | null>
}

/** Uploads a file and brings it in with the columns as guessed. */
export const bringIn = async (
  api: Api,
  kind: string,
  file: string | { name: string; content: string | Buffer },
  { options, map }: BringIn = {},
): Promise<Import> => {
  const { name, content } =
    typeof file === 'string' ? { name: basename(file), content: readFileSync(file) } : file
  const { status, body } = await upload(api, kind, name, content)
  expect(body, `the upload of ${name}`).toMatchObject({ status: 'uploaded' })
  expect(status).toBe(201)
  if (options || map)
    await api.as('admin')(importsContract.changeImport, {
      params: { importId: body.id },
      ifMatch: body.version,
      body: {
        ...(options && { options }),
        ...(map && {
          mapping: body.mapping.map((field, at) =>
            body.columns[at]!.header in map ? map[body.columns[at]!.header]! : field,
          ),
        }),
      },
    })
  const done = await perform(api, body.id, 'run')
  expect(done.failure, `the import of ${name}`).toBeNull()
  return done
}
