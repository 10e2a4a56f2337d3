import { urlOf } from '@common-table/shared/contract/caller'
import type { Problem } from '@common-table/shared/contract/problem'
import type { Input, Output, Route } from '@common-table/shared/contract/route'
import { authorizationOf, type Api } from './api.ts'

interface Given {
  name: string
  content: Buffer | string
  /** What the sender claims it is. */
  type?: string
}

/** Sends a file to an upload route as a browser would; `token` as in `sendTo`. */
export const sendFile = async <R extends Route>(
  api: Api,
  token: string,
  route: R,
  { name, content, type = 'application/pdf' }: Given,
  input: Partial<Input<R>> = {},
): Promise<{ status: number; body: Output<R> & Partial<Pick<Problem, 'code' | 'fields' | 'detail'>> }> => {
  const { params, query } = input as { params?: Record<string, string>; query?: Record<string, unknown> } // a route's input
  const boundary = 'a-boundary-no-file-holds'
  const response = await api.app.inject({
    method: route.method,
    url: urlOf(route, params, query),
    headers: {
      authorization: authorizationOf(token),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`,
      ),
      Buffer.from(content),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  })
  return { status: response.statusCode, body: response.json() }
}

/** The smallest thing that is a PDF by its first bytes. */
export const pdf = (words = 'a certificate'): string => `%PDF-1.4\n% ${words}\n%%EOF\n`
