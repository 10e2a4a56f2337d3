import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fieldRules } from '@common-table/shared/contract/field-rules'
import { problems, ProblemError } from '@common-table/shared/contract/problem'
import { refusals } from '@common-table/shared/contract/refusals'
import { describe, expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import RemoteView from '../ui/RemoteView.vue'
import { messages as english } from './messages.en.ts'
import { messages as spanish } from './messages.es.ts'
import { SaidProblem, useProblemWords } from './problem-words.ts'
import { render } from './testing.ts'

const said = async (error: ProblemError, locale: 'en' | 'es') => {
  const Page = defineComponent({
    setup: () => ({ words: useProblemWords() }),
    render() {
      return h('p', this.words.say(error))
    },
  })
  return (await render(Page, { locale })).text()
}

describe('what was refused', () => {
  it('has words in both languages for every code, every rule and every reason', () => {
    for (const words of [english, spanish]) {
      expect(Object.keys(words.codes).sort()).toEqual(Object.keys(problems).sort())
      expect(Object.keys(words.rules).sort()).toEqual([...fieldRules].sort())
      expect(Object.keys(words.reasons).sort()).toEqual(Object.keys(refusals).sort())
    }
    const untranslated = (['codes', 'rules', 'reasons'] as const).flatMap((kind) =>
      Object.entries(english[kind]).filter(
        ([key, text]) => (spanish[kind] as Record<string, string>)[key] === text,
      ),
    )
    expect(untranslated).toEqual([])
  })

  it('is said in English as the server said it, which knows most', async () => {
    const error = new ProblemError('step-not-possible', 'From active, the next stage can be paused.', {
      reason: 'stage-step',
    })
    expect(await said(error, 'en')).toBe('From active, the next stage can be paused.')
  })

  it.each([
    [
      new ProblemError('stale', 'Someone …'),
      'Alguien cambió esto mientras tanto. Vea la versión actual y guarde de nuevo.',
    ],
    [
      new ProblemError('step-not-possible', 'This is the last …', { reason: 'last-administrator' }),
      'Es el último administrador. Nombre antes a otra persona.',
    ],
    [
      new ProblemError('invalid-input', 'Another school …', {
        fields: [{ field: 'code', rule: 'unique', message: 'Another school …' }],
      }),
      'Otro registro ya tiene esto. Elija otro.',
    ],
    [
      new ProblemError('invalid-input', 'Check capacity.', {
        fields: [{ field: 'capacity', rule: 'minimum', message: 'This must be 0 or more.' }],
      }),
      'Algunos datos necesitan atención. Revise lo que escribió.',
    ],
    [
      new ProblemError('too-many-requests', 'Wait 12 seconds …', { retryAfter: 12 }),
      'Demasiado de una vez. Espere 12 segundos e inténtelo de nuevo.',
    ],
    [
      new ProblemError('step-not-possible', 'Not yet.', { reason: 'a-reason-of-a-newer-server' }),
      'Este paso no es posible ahora. Cargue la página de nuevo y vea cómo están las cosas.',
    ],
    [new SaidProblem('stale', 'Dicho por la página.'), 'Dicho por la página.'],
  ])('is said in Spanish by its closed words: %s', async (error, words) => {
    expect(await said(error, 'es')).toBe(words)
  })

  it('stays as the server said it when there are no words for it', async () => {
    const error = new ProblemError('a-code-of-a-newer-server' as 'stale', 'As the server said it.')
    expect(await said(error, 'es')).toBe('As the server said it.')
  })

  it('is Spanish on a page that could not be shown', async () => {
    const query = {
      data: ref(),
      error: ref(new ProblemError('not-found', 'There is no such need.')),
      refetch: async () => {},
    }
    const page = await render(RemoteView, { props: { query }, locale: 'es' })
    expect(page.text()).toContain('No existe ese registro o usted no puede verlo.')
  })

  it('is never shown past these words', () => {
    const source = join(import.meta.dirname, '..')
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.(vue|ts)$/.test(file) && !file.includes('.test.') && !file.startsWith('platform'),
    )
    const bare = files.filter((file) =>
      /\b(error|problem)(\.value)?\??\.message\b|as Error\)\.message/.test(
        readFileSync(join(source, file), 'utf8'),
      ),
    )
    expect(bare).toEqual([])
  })
})
