type Sentence = readonly [en: string, es: string]

/** What to know about a file as a whole, by code. `{x}` is a param. */
const sentences: Readonly<Record<string, Sentence>> = {
  read_as_windows_1252: [
    'The file is not UTF-8 and was read as Windows-1252, as older Excel writes it. Look at a name with an accent before you bring it in.',
    'El archivo no está en UTF-8 y se leyó como Windows-1252, como lo guarda un Excel antiguo. Mire un nombre con acento antes de incorporarlo.',
  ],
  read_as_fractions: [
    '{column} holds fractions from 0 to 1; they were put on the scale from 0 to 100.',
    '{column} contiene fracciones de 0 a 1; se llevaron a la escala de 0 a 100.',
  ],
  mixed_scales: [
    '{column} seems to hold both fractions and percentages; the small ones were taken as they are and marked.',
    '{column} parece mezclar fracciones y porcentajes; los pequeños se tomaron tal cual y se marcaron.',
  ],
  scale_uncertain: [
    '{column} holds only zeros and ones; they were taken as percent. Change that in the file if they mean all or none.',
    '{column} solo contiene ceros y unos; se tomaron como porcentaje. Cámbielo en el archivo si significan todos o ninguno.',
  ],
  figures_suppressed: [
    '{n} figures were withheld by the source and stay withheld.',
    'La fuente no publicó {n} cifras y se mantienen así.',
  ],
  figures_missing: [
    '{n} figures are not available at the source.',
    '{n} cifras no están disponibles en la fuente.',
  ],
  figures_bounds: [
    '{n} figures are limits, such as “above 95%”, and were kept as limits.',
    '{n} cifras son límites, como «más de 95 %», y se conservaron así.',
  ],
  rows_without_figures: ['{n} rows hold no figure.', '{n} filas no contienen ninguna cifra.'],
  schools_closed: [
    '{n} schools have no row in {year}, the newest year of the file, and are listed as closed.',
    '{n} escuelas no tienen fila en {year}, el año más reciente del archivo, y figuran como cerradas.',
  ],
  sites_matched: ['{n} of {of} sites are at a school.', '{n} de {of} sedes están en una escuela.'],
  sites_unsure: [
    '{n} of {of} sites may be at a school; they wait in the review queue.',
    '{n} de {of} sedes podrían estar en una escuela; esperan revisión.',
  ],
  sites_not_a_school: ['{n} of {of} sites are at no school.', '{n} de {of} sedes no están en una escuela.'],
  sites_no_such_school: [
    '{n} of {of} sites are named like a school that this district does not list.',
    '{n} de {of} sedes llevan el nombre de una escuela que este distrito no tiene.',
  ],
}

/** The sentence of a note in a language. */
export const noteSentence = (
  { code, params }: { readonly code: string; readonly params: Readonly<Record<string, string | number>> },
  language: 'en' | 'es' = 'en',
): string =>
  (sentences[code]?.[language === 'es' ? 1 : 0] ?? code).replace(/\{(\w+)\}/g, (_, name: string) =>
    String(params[name] ?? '?'),
  )
