/** Refusals around prospects and offers of help; part of refusals.ts. */
export const pipelineRefusals = {
  'in-pipeline': {
    code: 'already-exists',
    en: 'This organization is in the pipeline already.',
    es: 'Esta organización ya está en el proceso.',
  },
  'prospect-joined': {
    code: 'step-not-possible',
    en: 'This prospect has joined; its partnership goes on from here.',
    es: 'Esta organización ya se sumó; de aquí en adelante sigue su alianza.',
  },
  'prospect-declined': {
    code: 'step-not-possible',
    en: 'Take the prospect up again before it joins.',
    es: 'Retome primero el contacto antes de que se sume.',
  },
  'prospect-step': {
    code: 'step-not-possible',
    en: 'The prospect is at another stage by now. Load the page again.',
    es: 'El contacto ya está en otra etapa. Cargue la página de nuevo.',
  },
  'noted-already': {
    code: 'already-exists',
    en: 'This is noted already.',
    es: 'Esto ya está anotado.',
  },
  'offer-answered': {
    code: 'step-not-possible',
    en: 'This offer was answered already. Load it again to see how.',
    es: 'Esta oferta ya tiene respuesta. Cárguela de nuevo para verla.',
  },
  'offers-closed': {
    code: 'not-found',
    en: 'This district takes no offers through a form just now.',
    es: 'Este distrito no recibe ofertas por formulario en este momento.',
  },
  'form-too-old': {
    code: 'link-expired',
    en: 'This form was open for too long or belongs to another page. Open it again; what you wrote can stay.',
    es: 'Este formulario estuvo abierto demasiado tiempo o es de otra página. Ábralo de nuevo; lo escrito puede quedarse.',
  },
  'form-unchecked': {
    code: 'invalid-input',
    en: 'The form could not be checked. Open it again and send it once more.',
    es: 'No se pudo comprobar el formulario. Ábralo de nuevo y envíelo otra vez.',
  },
} as const
