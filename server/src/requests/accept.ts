import { fieldProblem } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import { isLive, isUnderWay } from '@common-table/shared/requests/lifecycle'
import type { HelpAcceptance } from '@common-table/shared/requests/answer-schemas'
import type { Db } from '../db/db.ts'
import type { Author } from '../db/transactions.ts'
import { recordJustification, refuseDuplicates } from '../duplication/index.ts'
import type { Services } from '../http/services.ts'
import { revokeLinks } from '../links/index.ts'
import { beginNeed, bringToSchool } from '../placement/index.ts'
import { settle } from './ask.ts'
import { keepAcceptance, keepProgress, type Line } from './partner-queries.ts'
import { type HeldRequest } from './request-queries.ts'
import { writeDown } from './write-queries.ts'
import { takeBack } from './steps.ts'
import { writePartner } from './tell.ts'

const bring = async (
  db: Db,
  request: HeldRequest,
  line: Line,
  { students, justification }: { students: number; justification: string | undefined },
  author: Author,
) => {
  const { schoolId, schoolName, categoryId, categoryName, tier, grades, languages, title, details } = request
  const { organizationId, joins } = line
  const beside = await refuseDuplicates(
    db,
    {
      schoolIds: [schoolId],
      categoryIds: [categoryId],
      tier,
      audience: 'students',
      grades: grades as never, // the contract's enum holds them
      languages,
      organizationId,
    },
    justification,
  )
  await recordJustification(db, { organizationId }, beside, justification, author)
  return bringToSchool(
    db,
    {
      schoolId,
      serviceId: joins,
      help: { name: categoryName, description: details || title, tier, grades, languages },
      source: 'request',
    },
    {
      organizationId,
      categoryId,
      name: `${categoryName}, ${schoolName}`.slice(0, 200),
      students,
      summary: details || title,
      lead: { id: author.kind === 'user' ? author.id : null, name: author.name },
    },
  )
}

/** The school takes a partner's help: supply at the school unless it is given once; its need is begun and the partner told. */
export const acceptLine = async (
  db: Db,
  services: Services,
  request: HeldRequest,
  line: Line,
  { students: wanted, once = false, justification }: HelpAcceptance,
  author: Author,
): Promise<void> => {
  if (request.closed) throw refusal('request-closed')
  if (line.status !== 'offered') throw refusal(line.status === 'open' ? 'help-not-offered' : 'help-step')
  const offered = line.students! // of every offer, by the table's check
  const students = wanted ?? offered
  if (students > offered)
    throw fieldProblem(
      'students',
      `The partner can help ${offered} students. Enter no more than that.`,
      'range',
    )
  const brought = once ? null : await bring(db, request, line, { students, justification }, author)
  const status = line.startsOn === null ? 'accepted' : 'scheduled'
  await keepAcceptance(db, line.id, { status, students, brought })
  if (request.needId !== null) await beginNeed(db, request.needId)
  await writeDown(db, request.id, {
    kind: 'accepted',
    by: author.name,
    organizationId: line.organizationId,
    students,
    day: line.startsOn,
  })
  await writePartner(db, services, request, { ...line, students }, 'helpAccepted', author)
  await settle(db, request.id)
}

const notNow = {
  en: 'the help is not taken just now',
  es: 'por ahora no se toma la ayuda',
}

/** The school does not take a partner's help, or asks it no longer. Who has said yes is told. */
export const turnLineDown = async (
  db: Db,
  services: Services,
  request: HeldRequest,
  line: Line,
  note: string,
  author: Author,
): Promise<void> => {
  if (request.closed) throw refusal('request-closed')
  if (!isLive(line.status)) throw refusal('help-step')
  if (isUnderWay(line.status)) await takeBack(db, line)
  await keepProgress(db, line.id, { status: 'withdrawn' })
  await writeDown(db, request.id, {
    kind: 'turned_down',
    by: author.name,
    organizationId: line.organizationId,
    note,
  })
  if (line.status === 'open') await revokeLinks(db, line.id, 'help-request')
  else
    await writePartner(
      db,
      services,
      request,
      line,
      'helpOutcome',
      author,
      [notNow[line.locale], note].filter(Boolean).join('. '),
    )
  await settle(db, request.id)
}
