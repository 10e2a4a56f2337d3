import type { Running } from './launch.ts'

const prefix = '/api/v1'

/** One whole answer: its body as it came, and its version. */
export const answerOf = async (
  { port, token }: Running,
  path: string,
  init: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<{ status: number; body: string; etag: string | null }> => {
  const response = await fetch(`http://127.0.0.1:${port}${prefix}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, ...init.headers },
  })
  return { status: response.status, body: await response.text(), etag: response.headers.get('etag') }
}

/** Asks both for the same at the same time, and says whether they answered the same bytes. */
export const sameAnswer = async (replicas: readonly Running[], path: string): Promise<boolean> => {
  const [one, other] = await Promise.all(replicas.map((replica) => answerOf(replica, path)))
  return (
    one!.status === 200 && other!.status === 200 && one!.body === other!.body && one!.etag === other!.etag
  )
}

/** The pages of a list, each asked of one replica with the cursor the other one gave. */
const pagesOf = async (replicas: readonly Running[], list: string, most: number): Promise<string[]> => {
  const paths = [list]
  while (paths.length < most) {
    const { body } = await answerOf(replicas[paths.length % 2]!, paths.at(-1)!)
    const { nextCursor } = JSON.parse(body) as { nextCursor: string | null }
    if (nextCursor === null) break
    paths.push(`${list}&cursor=${encodeURIComponent(nextCursor)}`)
  }
  return paths
}

/** Compares list, record, dashboard and gap board of both; answers how many were asked and which differed. */
export const compareAnswers = async (
  replicas: readonly Running[],
  list: string,
  others: readonly string[],
): Promise<{ asked: number; differing: string[] }> => {
  const paths = [...(await pagesOf(replicas, list, 5)), ...others]
  const differing: string[] = []
  for (const path of paths) if (!(await sameAnswer(replicas, path))) differing.push(path)
  return { asked: paths.length, differing }
}
