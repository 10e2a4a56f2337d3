import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'

/** Networks this process has computed, by what they were computed from: any change makes another. */
const ready = new Map<string, Promise<string>>()
const most = 30

/** Seconds for a large district: a thread of its own, which also brings the graph libraries only when they are needed. */
const computed = (graph: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./network-thread.ts', import.meta.url), { workerData: graph })
    thread.once('message', (answer: string) => resolve(answer))
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`The network ended early with ${code}.`)))
  })

/** One after the other: two school years asked for at once would keep two cores from everybody else. */
let before: Promise<unknown> = Promise.resolve()
const inTurn = (graph: string): Promise<string> => {
  const answer = before.then(() => computed(graph))
  before = answer.catch(() => {})
  return answer
}

/** What is known of a network as JSON; who asks for the same one while it is computed waits for the same answer. */
export const readyNetwork = (graph: string): Promise<string> => {
  const key = createHash('sha1').update(graph).digest('base64')
  const known = ready.get(key)
  ready.delete(key)
  const answer = known ?? inTurn(graph)
  ready.set(key, answer)
  if (!known) answer.catch(() => ready.delete(key))
  if (ready.size > most) ready.delete(ready.keys().next().value!) // more than none
  return answer
}
