import { ProblemError, type FieldProblem } from '@common-table/shared/contract/problem'
import { useI18n } from 'vue-i18n'

/** A refusal that a page makes itself, in the reader's language already. */
export class SaidProblem extends ProblemError {
  override name = 'SaidProblem'
}

/**
 * What was refused, in the reader's language. The server's own sentence is English and knows most; to everyone else it is
 * said by its closed words: the reason, the first field's rule, the code. Without words for any of them it stays as sent.
 */
export const useProblemWords = () => {
  const { t, te, locale } = useI18n()
  const first = (keys: readonly (string | undefined)[], values = {}): string | undefined => {
    const key = keys.find((one) => one !== undefined && te(`problems.${one}`))
    return key === undefined ? undefined : t(`problems.${key}`, values)
  }
  const sayField = ({ rule, message }: Pick<FieldProblem, 'rule' | 'message'>): string =>
    locale.value === 'en' ? message : (first([`rules.${rule}`, 'rules.rule']) ?? message)
  const say = (error: ProblemError): string => {
    if (locale.value === 'en' || error instanceof SaidProblem) return error.message
    const rule = error.fields?.[0]?.rule
    const keys = [
      error.reason && `reasons.${error.reason}`,
      rule && rule !== 'rule' ? `rules.${rule}` : undefined,
      `codes.${error.code}`,
    ]
    return first(keys, { seconds: error.retryAfter ?? 60 }) ?? error.message
  }
  return { say, sayField }
}
