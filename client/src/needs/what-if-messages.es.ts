import type { Translated } from '../platform/i18n.ts'
import type { messages as english } from './what-if-messages.en.ts'

export const messages: Translated<typeof english> = {
  title: '¿Y si…?',
  text: 'Qué queda sin cubrir si se va una organización, termina una subvención o nada se renueva. Preguntar no cambia nada.',
  subject: 'Qué desaparece',
  kinds: { partner: 'Una organización', grant: 'Una subvención', year: 'Un año escolar' },
  partner: 'Organización',
  grant: 'Subvención',
  grantOption: '{name} · {n} alianzas',
  year: 'Año escolar que termina sin renovaciones',
  choose: 'Elija qué desaparece para ver qué dejaría.',
  noGrants: 'Ninguna alianza en marcha ha indicado una subvención de la que dependa.',
  places: 'Plazas perdidas',
  placesText: 'de las que hoy responden a una necesidad',
  schools: 'Escuelas',
  categories: 'Tipos de ayuda',
  tiers: 'Niveles',
  ends: 'alianzas que terminan: {n}',
  after: 'después del {day}',
  lost: 'Lo que queda sin cubrir',
  nothing: 'Nada queda sin cubrir',
  nothingText:
    'Ninguna necesidad registrada depende solo de esto: otras organizaciones tienen lugar, o sus plazas no están verificadas.',
  column: {
    school: 'Escuela',
    category: 'Tipo de ayuda',
    tier: 'Nivel',
    demand: 'Necesarias',
    before: 'Cubiertas',
    after: 'Después',
    lost: 'Perdidas',
    left: 'Organizaciones restantes',
  },
  nobody: 'ninguna',
  more: 'Se muestran las {n} mayores de {total}; las cifras de arriba las cuentan todas.',
  sole: {
    title: 'Organizaciones sin las que no queda nada',
    text: 'Cada una responde sola a alguna necesidad. Busque una segunda antes de que falte.',
    none: 'Ninguna necesidad depende de una sola organización.',
    places: 'ninguna plaza | {n} plaza | {n} plazas',
    schools: 'en ninguna escuela | en {n} escuela | en {n} escuelas',
    cells:
      'ninguna necesidad por tipo y nivel | {n} necesidad por tipo y nivel | {n} necesidades por tipo y nivel',
    ask: '¿Y si se va?',
    askOf: '¿Y si se va? {name}',
  },
}
