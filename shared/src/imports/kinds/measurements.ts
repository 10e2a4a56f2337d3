import { schoolCodeField, schoolYearField } from './fields.ts'
import { figureFields } from './figure-fields.ts'
import { field, type ImportField, type ImportKind, type ImportOption, type KnownMetric } from './kind.ts'

/** Fields of a long file only: with no column of metrics they mean nothing. */
export const longFields: readonly string[] = ['metric', 'value', 'numerator', 'denominator', 'label']

const conflicts: ImportOption = {
  key: 'conflicts',
  label: { en: 'Several rows for one figure', es: 'Varias filas para una cifra' },
  choices: [
    {
      value: 'fit',
      label: {
        en: 'Keep the row that fits the school best, refuse when none does',
        es: 'Conservar la fila que mejor corresponde a la escuela; rechazar si ninguna lo hace',
      },
    },
    {
      value: 'weighted',
      label: {
        en: 'Combine rates weighted by the students behind them',
        es: 'Combinar tasas según los estudiantes contados',
      },
    },
    { value: 'refuse', label: { en: 'Refuse all but the first', es: 'Rechazar todas menos la primera' } },
  ],
  fallback: 'fit',
}

/** What every file of figures says beside whose they are. */
const whenAndWho: readonly ImportField[] = [
  { ...schoolYearField, required: true },
  field('period', 'Part of the year', 'Parte del año', [
    'quarter',
    'term',
    'semester',
    'marking period',
    'period',
  ]),
  field('group', 'Student group', 'Grupo de estudiantes', [
    'demographic variable',
    'subgroup',
    'student group',
    'category',
    'reporting category',
  ]),
]
const oneFigureARow: readonly ImportField[] = [
  field('metric', 'Metric', 'Indicador', ['metric', 'measure', 'indicator', 'metric code', 'metric name']),
  field('value', 'Value', 'Valor', ['value', 'rate', 'result', 'metric value'], { shape: 'number' }),
  field('numerator', 'Students counted', 'Estudiantes contados', ['numerator', 'count', 'n met'], {
    shape: 'number',
  }),
  field('denominator', 'Out of', 'De un total de', ['denominator', 'n', 'total', 'n size'], {
    shape: 'number',
  }),
  field('label', 'Note beside the figure', 'Nota junto a la cifra', ['label', 'suppression', 'flag', 'note']),
]
const figuresOf = (metrics: readonly KnownMetric[]): ImportField[] => [
  ...oneFigureARow,
  ...metrics.flatMap(figureFields),
]

/**
 * Figures of schools. Wide: one row a school and year, one column or more a metric. Long: one row a figure, with its
 * metric in a column. Which it is shows in whether the metric's column is mapped.
 */
export const measurementsKind: ImportKind = {
  key: 'measurements',
  label: { en: 'Outcome figures', es: 'Cifras de resultados' },
  permission: 'measurements:write',
  needs: [['schoolCode', 'schoolYear']],
  options: [conflicts],
  fieldsFor: (metrics) => [
    { ...schoolCodeField, required: true },
    ...whenAndWho,
    field('grade', 'Grade', 'Grado', ['grade level', 'grade']),
    field('schoolType', 'Kind of report', 'Tipo de informe', ['school type', 'report type', 'survey type']),
    field('cohort', 'Entering class', 'Generación de ingreso', ['cohort year', 'cohort', 'entering class']),
    ...figuresOf(metrics),
  ],
}

/** Figures of what partnerships and services deliver, wide or long as those of schools. */
export const deliveryMeasurementsKind: ImportKind = {
  key: 'delivery_measurements',
  label: { en: 'Figures of partnerships and services', es: 'Cifras de alianzas y servicios' },
  permission: 'measurements:write',
  needs: [['schoolYear']],
  options: [conflicts],
  fieldsFor: (metrics) => [
    field('partnership', 'Partnership', 'Alianza', ['partnership name', 'partner program']),
    field('service', 'Service', 'Servicio', ['service name', 'program', 'program name']),
    field('organization', 'Organization of the service', 'Organización del servicio', [
      'organization',
      'provider',
      'agency',
      'partner',
    ]),
    ...whenAndWho,
    ...figuresOf(metrics),
  ],
}

/** Kinds of files that hold figures. */
export const figureKinds: readonly string[] = [measurementsKind.key, deliveryMeasurementsKind.key]
