import type { Translated } from '../platform/i18n.ts'
import type { messages as english } from './messages.en.ts'

export const messages: Translated<typeof english> = {
  title: 'Esto puede duplicar ayuda que ya existe',
  at: '{organization} en {school}: {category}',
  join: 'Únase a ella: ábrala arriba y trabaje junto con quienes la dan.',
  redirect: 'O lleve la ayuda a donde falta:',
  gaps: 'las necesidades que van primero',
  justify: 'O diga por qué se quieren las dos',
  justifyHint: 'Queda en la cronología. Después guarde de nuevo.',
  others: 'Otra es parecida, pero no la misma | Otras {n} son parecidas, pero no las mismas',
  because: 'No es un duplicado: {why}',
}
