import { holds } from '@common-table/shared/contract/permission'
import { fieldProblem, notFound, ProblemError } from '@common-table/shared/contract/problem'
import { subjectKeys } from '@common-table/shared/figures/codes'
import { figures } from '@common-table/shared/figures/registry'
import type { FigureExplanation, FigureQuery, FigureRule } from '@common-table/shared/figures/schemas'
import { figureSources } from '@common-table/shared/figures/sources'
import type { Db } from '../db/db.ts'
import type { Actor } from '../http/actor.ts'
import { explainedBy } from './explanation-queries.ts'

const ruleOf = (figure: FigureQuery['figure']): FigureRule['rule'] => {
  const { rule, source } = figures[figure]
  return { module: rule[0], version: rule[1], source: figureSources[source] }
}

export const allRules = (): FigureRule[] =>
  (Object.keys(figures) as FigureQuery['figure'][]) // the registry's own keys
    .map((figure) => ({ figure, rule: ruleOf(figure) }))

/** How one figure came about, as far as the caller may see what is behind it. */
export const explain = async (
  db: Db,
  actor: Actor,
  { figure, ...subject }: FigureQuery,
): Promise<FigureExplanation> => {
  const row = figures[figure]
  if (actor.role === 'partner' || !holds(actor.permissions, row.access))
    throw new ProblemError('not-permitted', 'Your role does not allow to see what is behind this figure.')
  const strange = subjectKeys.find((key) => subject[key] !== undefined && !row.takes.includes(key))
  if (strange)
    throw fieldProblem(strange, `The figure ${figure} is not computed for this. Leave it out.`, 'unknown')
  const { missing, inputs, settings, withheld, computedAt, metric } = await explainedBy(
    db,
    figure,
    row,
    subject,
    actor.schoolIds,
  )
  if (missing) notFound(missing.replace(/Id$/, ''))
  const named = holds(actor.permissions, 'imports:read')
  return {
    figure,
    rule: ruleOf(figure),
    inputs: inputs.map((input) => (named ? input : { ...input, changedBy: null, changedId: null })),
    settings: settings.filter((one) => one !== null),
    metric,
    computedAt,
    withheld,
    ownSchoolsOnly: actor.schoolIds !== null,
  }
}
