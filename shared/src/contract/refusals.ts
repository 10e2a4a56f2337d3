import { ProblemError, type ProblemCode, type ProblemDetails } from './problem.ts'
import { activityRefusals } from './refusals-activities.ts'
import { agreementRefusals } from './refusals-agreements.ts'
import { importRefusals } from './refusals-imports.ts'
import { meetingRefusals } from './refusals-meetings.ts'
import { lifecycleRefusals } from './refusals-lifecycle.ts'
import { roundRefusals } from './refusals-rounds.ts'
import { releaseRefusals } from './refusals-releases.ts'
import { offerRefusals } from './refusals-offers.ts'
import { seatRefusals } from './refusals-seats.ts'
import { peopleRefusals } from './refusals-people.ts'
import { requestRefusals } from './refusals-requests.ts'
import { storyRefusals } from './refusals-stories.ts'
import { pipelineRefusals } from './refusals-pipeline.ts'

type Refusal = { readonly code: ProblemCode; readonly en: string; readonly es: string }

/**
 * What a refusal says beyond its code, where several meanings share one: the `reason` of a problem and its sentence in
 * each language. A reason is never reused for another meaning.
 */
export const refusals = {
  'year-dates-taken': {
    code: 'step-not-possible',
    en: 'The next school year cannot be added: its dates overlap another one. The months of your school years may have changed.',
    es: 'No se puede añadir el próximo año escolar: sus fechas se cruzan con otro. Quizá cambiaron los meses de sus años escolares.',
  },
  'year-in-use': {
    code: 'still-in-use',
    en: 'Needs or figures belong to this school year. It stays, so that they keep their year.',
    es: 'Hay necesidades o datos de este año escolar. Se queda, para que conserven su año.',
  },
  'year-current': {
    code: 'step-not-possible',
    en: 'This is the current school year. It cannot be removed.',
    es: 'Este es el año escolar en curso. No se puede quitar.',
  },
  'year-in-between': {
    code: 'step-not-possible',
    en: 'Only the first or the last school year can be removed.',
    es: 'Solo se puede quitar el primer año escolar o el último.',
  },
  'equity-weights': {
    code: 'step-not-possible',
    en: 'The weights sum to zero. Give at least one indicator a weight above zero.',
    es: 'Los pesos suman cero. Dé a un indicador por lo menos un peso mayor que cero.',
  },
  'equity-metric-twice': {
    code: 'step-not-possible',
    en: 'A metric is there twice. Give it one weight and remove the other line.',
    es: 'Una métrica aparece dos veces. Déle un solo peso y quite la otra línea.',
  },
  'equity-no-figures': {
    code: 'step-not-possible',
    en: 'No school has a figure for any of these indicators. Choose other metrics or another school year.',
    es: 'Ninguna escuela tiene datos de estos indicadores. Elija otras métricas u otro año escolar.',
  },
  'plan-under-way': {
    code: 'step-not-possible',
    en: 'A placement plan is being computed already. Wait for it, or stop it first.',
    es: 'Ya se está calculando un plan de asignación. Espere a que termine o deténgalo primero.',
  },
  'plan-ended': {
    code: 'step-not-possible',
    en: 'This plan is not being computed any more.',
    es: 'Este plan ya no se está calculando.',
  },
  'figures-preparing': {
    code: 'step-not-possible',
    en: 'Figures were brought in just now and are still being prepared. Try again in a minute.',
    es: 'Se acaban de incorporar datos y todavía se están preparando. Inténtelo de nuevo en un minuto.',
  },
  'nothing-to-place': {
    code: 'step-not-possible',
    en: 'There is nothing to place: no open need of this school year fits a service with free places.',
    es: 'No hay nada que asignar: ninguna necesidad abierta de este año escolar encaja con un servicio con cupos libres.',
  },
  'placement-decided': {
    code: 'step-not-possible',
    en: 'This was decided about already. Load the page again to see how.',
    es: 'Ya se decidió sobre esto. Cargue la página de nuevo para ver cómo.',
  },
  'placement-open': {
    code: 'step-not-possible',
    en: 'Nothing was decided about this yet, so there is nothing to take back.',
    es: 'Todavía no se ha decidido nada sobre esto, así que no hay nada que deshacer.',
  },
  'placement-need-closed': {
    code: 'step-not-possible',
    en: 'The need was closed since the plan was computed. Compute the plan again.',
    es: 'La necesidad se cerró desde que se calculó el plan. Calcule el plan de nuevo.',
  },
  'placement-need-smaller': {
    code: 'step-not-possible',
    en: 'Fewer students of this need are unserved by now. Accept fewer, or compute the plan again.',
    es: 'Ahora quedan menos estudiantes sin atender en esta necesidad. Acepte menos o calcule el plan de nuevo.',
  },
  'placement-service-gone': {
    code: 'step-not-possible',
    en: 'The service is not offered any more. Compute the plan again.',
    es: 'El servicio ya no se ofrece. Calcule el plan de nuevo.',
  },
  'placement-no-room': {
    code: 'step-not-possible',
    en: 'The service has fewer free places by now. Accept fewer, or compute the plan again.',
    es: 'El servicio tiene ahora menos cupos libres. Acepte menos o calcule el plan de nuevo.',
  },
  'placement-no-fit': {
    code: 'step-not-possible',
    en: 'Need and service no longer fit each other. Compute the plan again.',
    es: 'La necesidad y el servicio ya no encajan. Calcule el plan de nuevo.',
  },
  'placement-group-divided': {
    code: 'step-not-possible',
    en: 'This group is to have one provider, and another service was accepted for it already.',
    es: 'Este grupo debe tener un solo proveedor y ya se aceptó otro servicio para él.',
  },
  'placement-settled': {
    code: 'step-not-possible',
    en: 'Students have come to these places, or a site was changed since. Change the sites on the organization’s page instead.',
    es: 'Ya hay estudiantes en estos cupos o una sede cambió desde entonces. Cambie las sedes en la página de la organización.',
  },
  'no-school-year': {
    code: 'step-not-possible',
    en: 'There is no school year yet. Add one to the calendar first.',
    es: 'Todavía no hay ningún año escolar. Añada primero uno al calendario.',
  },
  'category-in-use': {
    code: 'still-in-use',
    en: 'Services, partnerships or needs use this category. Deactivate it, and it is no longer offered.',
    es: 'Hay servicios, alianzas o necesidades que usan esta categoría. Desactívela y ya no se ofrecerá.',
  },
  'priority-in-use': {
    code: 'still-in-use',
    en: 'Partnerships serve this priority. Deactivate it instead.',
    es: 'Hay alianzas que sirven a esta prioridad. Desactívela en lugar de quitarla.',
  },
  'credentials-revoked': {
    code: 'step-not-possible',
    en: 'These credentials are revoked for good. Make new ones.',
    es: 'Estas credenciales están revocadas para siempre. Cree otras nuevas.',
  },
  'logo-too-large': {
    code: 'too-large',
    en: 'A logo can have at most 1 MB. Save it smaller and try again.',
    es: 'Un logotipo puede tener 1 MB como máximo. Guárdelo más pequeño e inténtelo de nuevo.',
  },
  'not-a-picture': {
    code: 'unreadable-file',
    en: 'This is not a PNG, JPEG or WebP picture. Save the logo as one of those.',
    es: 'Esto no es una imagen PNG, JPEG o WebP. Guarde el logotipo en uno de esos formatos.',
  },
  ...importRefusals,
  'no-mail-server': {
    code: 'step-not-possible',
    en: 'No mail server is set, so nothing can be sent. Set SMTP_URL and start the server again.',
    es: 'No hay servidor de correo, así que no se puede enviar nada. Defina SMTP_URL y vuelva a iniciar el servidor.',
  },
  'mail-on-its-way': {
    code: 'step-not-possible',
    en: 'This mail is sent or on its way already.',
    es: 'Este correo ya se envió o está en camino.',
  },
  'need-not-open': {
    code: 'step-not-possible',
    en: 'Only an open need can be changed. Accept or reopen it first.',
    es: 'Solo se puede cambiar una necesidad abierta. Acéptela o reábrala primero.',
  },
  'need-step': {
    code: 'step-not-possible',
    en: 'The need is at another step by now. Load the page again.',
    es: 'La necesidad ya está en otro paso. Cargue la página de nuevo.',
  },
  'suggestions-office': {
    code: 'not-permitted',
    en: 'Suggestions are looked for by the district office.',
    es: 'Las sugerencias las busca la oficina del distrito.',
  },
  'no-capacity-yet': {
    code: 'step-not-possible',
    en: 'There is no capacity to confirm yet. Enter the places first.',
    es: 'Todavía no hay capacidad que confirmar. Indique primero los lugares.',
  },
  'target-exists': {
    code: 'already-exists',
    en: 'There is a target for this metric, school and group. Change that one.',
    es: 'Ya hay una meta para este indicador, escuela y grupo. Cambie esa.',
  },
  'stage-step': {
    code: 'step-not-possible',
    en: 'The partnership is at another stage by now. Load the page again.',
    es: 'La alianza ya está en otra etapa. Cargue la página de nuevo.',
  },
  ...peopleRefusals,
  'not-a-document': {
    code: 'unreadable-file',
    en: 'This is not a PDF or a picture (JPEG, PNG, WebP), whatever its name says. Save or photograph the document as one of those.',
    es: 'Esto no es un PDF ni una imagen (JPEG, PNG, WebP), diga lo que diga su nombre. Guarde o fotografíe el documento en uno de esos formatos.',
  },
  'empty-document': {
    code: 'unreadable-file',
    en: 'This file is empty. Choose the document again.',
    es: 'Este archivo está vacío. Elija otra vez el documento.',
  },
  'document-too-large': {
    code: 'too-large',
    en: 'This document is too large. Save it smaller, or photograph it again.',
    es: 'Este documento es demasiado grande. Guárdelo más pequeño o fotografíelo de nuevo.',
  },
  'document-approved': {
    code: 'step-not-possible',
    en: 'This document is approved already.',
    es: 'Este documento ya está aprobado.',
  },
  'document-sent-back': {
    code: 'step-not-possible',
    en: 'This document was sent back already.',
    es: 'Este documento ya fue devuelto.',
  },
  'no-contact-address': {
    code: 'step-not-possible',
    en: 'No contact of this organization has an e-mail address. Add one first.',
    es: 'Ningún contacto de esta organización tiene correo. Añada uno primero.',
  },
  'tiers-not-shown': {
    code: 'not-permitted',
    en: 'Your role does not see equity tiers, so schools cannot be chosen by them.',
    es: 'Su función no ve los niveles de equidad, así que no puede elegir escuelas por ellos.',
  },
  'views-not-shared': {
    code: 'not-permitted',
    en: 'Your role keeps views for itself; it cannot share them.',
    es: 'Su función guarda vistas para sí; no puede compartirlas.',
  },
  'views-of-people': {
    code: 'not-permitted',
    en: 'Saved views belong to people. Sign in as one.',
    es: 'Las vistas guardadas son de personas. Inicie sesión como una.',
  },
  'view-of-another': {
    code: 'not-permitted',
    en: 'Only its owner changes a shared view. Save your own copy.',
    es: 'Solo quien creó una vista compartida la cambia. Guarde su propia copia.',
  },
  ...pipelineRefusals,
  ...releaseRefusals,
  ...offerRefusals,
  ...seatRefusals,
  ...activityRefusals,
  ...lifecycleRefusals,
  'merge-undone': {
    code: 'step-not-possible',
    en: 'This merge was taken back already.',
    es: 'Esta unión ya se deshizo.',
  },
  'merged-further': {
    code: 'step-not-possible',
    en: 'The organization has become part of another one since. Take that merge back first.',
    es: 'La organización pasó después a formar parte de otra. Deshaga primero esa unión.',
  },
  ...agreementRefusals,
  'still-holds': {
    code: 'still-in-use',
    en: 'Partnerships still count on this person. Record the change of people first: it moves everything at once.',
    es: 'Hay alianzas que todavía cuentan con esta persona. Registre primero el cambio de personas: lo traspasa todo a la vez.',
  },
  'left-without-owner': {
    code: 'invalid-input',
    en: 'Something would be left without an owner. Choose who takes over each line.',
    es: 'Algo quedaría sin responsable. Elija quién se hace cargo de cada línea.',
  },
  'needs-holders': {
    code: 'step-not-possible',
    en: 'Before a partnership goes to work, both sides have a lead and a backup. Name them on the tab “People” first.',
    es: 'Antes de que una alianza empiece a trabajar, cada lado tiene responsable y suplente. Nómbrelos primero en la pestaña «Personas».',
  },
  'letter-incomplete': {
    code: 'step-not-possible',
    en: 'The letter still waits for something. Fill what is marked first; a blank never goes out.',
    es: 'A la carta todavía le falta algo. Complete primero lo marcado; nunca sale con un hueco.',
  },
  'decision-closed': {
    code: 'step-not-possible',
    en: 'This was decided or withdrawn already. Load the page again to see how.',
    es: 'Esto ya se decidió o se retiró. Cargue la página de nuevo para ver cómo.',
  },
  'letter-sent': {
    code: 'step-not-possible',
    en: 'This letter has gone out already, and stays as it was sent.',
    es: 'Esta carta ya salió y queda como se envió.',
  },
  'hours-decided': {
    code: 'step-not-possible',
    en: 'This was decided about already. Load the page again to see how.',
    es: 'Ya se decidió sobre esto. Cargue la página de nuevo para ver cómo.',
  },
  'hours-approved': {
    code: 'still-in-use',
    en: 'Approved hours stand behind this line. Reject them first, and the line can be removed.',
    es: 'Hay horas aprobadas detrás de esta línea. Rechácelas primero y podrá quitarla.',
  },
  ...meetingRefusals,
  ...roundRefusals,
  ...requestRefusals,
  ...storyRefusals,
} as const satisfies Readonly<Record<string, Refusal>>

export type RefusalReason = keyof typeof refusals

/** A refusal by its reason; `detail` says it with what only the moment knows, such as a name. */
export const refusal = (
  reason: RefusalReason,
  { detail, ...details }: Omit<ProblemDetails, 'reason'> & { detail?: string } = {},
): ProblemError =>
  new ProblemError(refusals[reason].code, detail ?? refusals[reason].en, { ...details, reason })
