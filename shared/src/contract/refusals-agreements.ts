/** Refusals around the shared vision, agreements and promises; part of refusals.ts. */
export const agreementRefusals = {
  'vision-unproposed': {
    code: 'step-not-possible',
    en: 'Nothing has been proposed yet. Propose a version first; then both sides can confirm it.',
    es: 'Todavía no se ha propuesto nada. Proponga primero una versión; después ambas partes podrán confirmarla.',
  },
  'vision-confirmed': {
    code: 'step-not-possible',
    en: 'The partner has confirmed this version; there is nothing to ask just now.',
    es: 'La organización ya confirmó esta versión; ahora no hay nada que preguntar.',
  },
  'vision-gaps': {
    code: 'step-not-possible',
    en: 'Parts of the vision are still missing.',
    es: 'Aún faltan partes de la visión.',
  },
  'vision-same': {
    code: 'step-not-possible',
    en: 'The draft says the same as the newest version. Change it first.',
    es: 'El borrador dice lo mismo que la última versión. Cámbielo primero.',
  },
  'vision-newer': {
    code: 'stale',
    en: 'A newer version was proposed in the meantime. Read it, then confirm.',
    es: 'Mientras tanto se propuso una versión más reciente. Léala y después confirme.',
  },
  'agreement-gaps': {
    code: 'step-not-possible',
    en: 'Some things are missing before this agreement can leave draft.',
    es: 'Faltan cosas antes de que este acuerdo deje de ser borrador.',
  },
  'agreement-letters': {
    code: 'invalid-input',
    en: 'Some signs cannot be printed. Write them another way.',
    es: 'Hay signos que no se pueden imprimir. Escríbalos de otra manera.',
  },
  'agreement-not-draft': {
    code: 'step-not-possible',
    en: 'This agreement is no longer a draft. Send it back to draft to change it.',
    es: 'Este acuerdo ya no es un borrador. Devuélvalo a borrador para cambiarlo.',
  },
  'agreement-signed': {
    code: 'step-not-possible',
    en: 'A signed agreement does not change. Amend it, or renew it.',
    es: 'Un acuerdo firmado no cambia. Enmiéndelo o renuévelo.',
  },
  'agreement-withdrawn': {
    code: 'step-not-possible',
    en: 'This agreement was withdrawn. Begin another one.',
    es: 'Este acuerdo se retiró. Empiece otro.',
  },
  'agreement-gate': {
    code: 'step-not-possible',
    en: 'Another gate comes first; none is skipped.',
    es: 'Antes va otro paso de aprobación; no se salta ninguno.',
  },
  'agreement-not-decided': {
    code: 'step-not-possible',
    en: 'Signatures are given, not decided: both sides sign.',
    es: 'Las firmas se dan, no se deciden: firman ambas partes.',
  },
  'agreement-not-ready': {
    code: 'step-not-possible',
    en: 'This agreement is not ready to be signed: its reviews come first.',
    es: 'Este acuerdo no está listo para firmarse: primero van sus revisiones.',
  },
  'agreement-shown-later': {
    code: 'step-not-possible',
    en: 'A draft is not shown to the partner yet: send it to review first.',
    es: 'Un borrador no se muestra todavía a la organización: envíelo primero a revisión.',
  },
  'agreement-changed': {
    code: 'stale',
    en: 'The document changed since it was shown to you. Read the new one, then sign.',
    es: 'El documento cambió desde que se le mostró. Lea el nuevo y después firme.',
  },
  'signed-already': {
    code: 'step-not-possible',
    en: 'This side has signed already.',
    es: 'Esta parte ya firmó.',
  },
  'other-signer': {
    code: 'not-permitted',
    en: 'Somebody else signs this for the district. Change who signs first, if that is no longer so.',
    es: 'Por el distrito firma otra persona. Si ya no es así, cambie primero quién firma.',
  },
  'agreement-not-signed': {
    code: 'step-not-possible',
    en: 'Only a signed agreement is renewed; this one is still on its way.',
    es: 'Solo se renueva un acuerdo firmado; este sigue en camino.',
  },
  'agreement-over': {
    code: 'step-not-possible',
    en: 'This agreement does not hold any more. Renew it instead.',
    es: 'Este acuerdo ya no está vigente. Renuévelo.',
  },
  'amended-ended': {
    code: 'step-not-possible',
    en: 'The agreement that this one amends has ended in the meantime. Withdraw the amendment.',
    es: 'El acuerdo que este enmienda terminó mientras tanto. Retire la enmienda.',
  },
  'amendment-under-way': {
    code: 'already-exists',
    en: 'An amendment of this agreement is under way already. Finish or withdraw it first.',
    es: 'Ya hay una enmienda de este acuerdo en marcha. Termínela o retírela primero.',
  },
  'no-renewal': {
    code: 'step-not-possible',
    en: 'This agreement does not renew itself: it ends on its last day, or early with a reason.',
    es: 'Este acuerdo no se renueva solo: termina en su último día, o antes con un motivo.',
  },
  'section-needed': {
    code: 'step-not-possible',
    en: 'This kind of agreement needs this section.',
    es: 'Este tipo de acuerdo necesita esta sección.',
  },
  'no-shared-data': {
    code: 'step-not-possible',
    en: 'Only a signed agreement that shares data has a certificate of their destruction.',
    es: 'Solo un acuerdo firmado que comparte datos tiene certificado de su destrucción.',
  },
  'not-a-certificate': {
    code: 'unreadable-file',
    en: 'This is not a PDF or a picture. Save the certificate as PDF, PNG or JPEG.',
    es: 'Esto no es un PDF ni una imagen. Guarde el certificado como PDF, PNG o JPEG.',
  },
  'certificate-too-large': {
    code: 'too-large',
    en: 'A certificate can have at most 20 MB. Save it smaller and try again.',
    es: 'Un certificado puede tener 20 MB como máximo. Guárdelo más pequeño e inténtelo de nuevo.',
  },
  'promise-not-due': {
    code: 'step-not-possible',
    en: 'This promise is not due yet, so nobody has broken it. If it is let go beforehand, waive it.',
    es: 'Este compromiso aún no vence, así que nadie lo ha incumplido. Si se deja sin efecto antes, dispénselo.',
  },
  'promise-void': {
    code: 'step-not-possible',
    en: 'This promise is no longer due: its agreement ended or was replaced.',
    es: 'Este compromiso ya no corresponde: su acuerdo terminó o fue sustituido.',
  },
} as const
