import { ProblemError, type ProblemCode, type ProblemDetails } from './problem.ts'
import { agreementRefusals } from './refusals-agreements.ts'

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
  'import-not-done': {
    code: 'step-not-possible',
    en: 'Only an import that is done can be taken back.',
    es: 'Solo se puede deshacer una importación que haya terminado.',
  },
  'import-under-way': {
    code: 'step-not-possible',
    en: 'This import is under way or done already. Send the file again to bring it in anew.',
    es: 'Esta importación está en marcha o ya terminó. Envíe otra vez el archivo para importarlo de nuevo.',
  },
  'columns-fixed': {
    code: 'step-not-possible',
    en: 'This import is under way or done; its columns cannot be changed now.',
    es: 'Esta importación está en marcha o terminó; sus columnas ya no se pueden cambiar.',
  },
  'nothing-to-stop': {
    code: 'step-not-possible',
    en: 'This import is not under way, so there is nothing to stop.',
    es: 'Esta importación no está en marcha, así que no hay nada que detener.',
  },
  'import-kind': {
    code: 'not-permitted',
    en: 'Your role does not allow this kind of import. Ask an administrator of your district.',
    es: 'Su función no permite este tipo de importación. Pídalo a un administrador de su distrito.',
  },
  'student-records': {
    code: 'unreadable-file',
    en: 'The file looks like it holds records of students. Only figures about schools are kept here; send the totals by school.',
    es: 'El archivo parece contener registros de estudiantes. Aquí solo se guardan datos de escuelas; envíe los totales por escuela.',
  },
  'no-rows': {
    code: 'unreadable-file',
    en: 'The file has column names but no rows below them. Send one with rows.',
    es: 'El archivo tiene nombres de columnas, pero ninguna fila debajo. Envíe uno con filas.',
  },
  'answered-already': {
    code: 'step-not-possible',
    en: 'This question has an answer already. Take it back first.',
    es: 'Esta pregunta ya tiene respuesta. Retírela primero.',
  },
  'not-answered': {
    code: 'step-not-possible',
    en: 'This question is still open.',
    es: 'Esta pregunta sigue abierta.',
  },
  'answer-review': {
    code: 'not-permitted',
    en: 'Your role does not allow answering these questions. Ask a coordinator.',
    es: 'Su función no permite responder a estas preguntas. Pídalo a un coordinador.',
  },
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
  'factor-on': {
    code: 'step-not-possible',
    en: 'The second factor is on already. Switch it off first.',
    es: 'El segundo factor ya está activado. Desactívelo primero.',
  },
  'factor-not-begun': {
    code: 'step-not-possible',
    en: 'There is nothing to confirm. Begin setting it up.',
    es: 'No hay nada que confirmar. Empiece a configurarlo.',
  },
  'account-off': {
    code: 'not-permitted',
    en: 'This account is switched off. Ask an administrator of your district.',
    es: 'Esta cuenta está desactivada. Pregunte a un administrador de su distrito.',
  },
  'own-account': {
    code: 'step-not-possible',
    en: 'Nobody changes their own role or switches their own account off. Ask another administrator.',
    es: 'Nadie cambia su propia función ni desactiva su propia cuenta. Pídalo a otro administrador.',
  },
  'last-administrator': {
    code: 'step-not-possible',
    en: 'This is the last administrator. Make someone else an administrator first.',
    es: 'Es el último administrador. Nombre antes a otra persona.',
  },
  'accepted-already': {
    code: 'step-not-possible',
    en: 'This person has accepted already, or is switched off.',
    es: 'Esta persona ya aceptó o está desactivada.',
  },
  'not-active': {
    code: 'step-not-possible',
    en: 'Only an active person has a password to reset. Send the invitation again instead.',
    es: 'Solo una persona activa tiene contraseña que restablecer. Envíe de nuevo la invitación.',
  },
  'links-sent': {
    code: 'step-not-possible',
    en: 'Five links were sent in the last hour. Wait before sending another.',
    es: 'En la última hora se enviaron cinco enlaces. Espere antes de enviar otro.',
  },
  'link-done': {
    code: 'step-not-possible',
    en: 'This link has done its work already. There is nothing to withdraw or to send again.',
    es: 'Este enlace ya cumplió su función. No hay nada que retirar ni que enviar de nuevo.',
  },
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
} as const satisfies Readonly<Record<string, Refusal>>

export type RefusalReason = keyof typeof refusals

/** A refusal by its reason; `detail` says it with what only the moment knows, such as a name. */
export const refusal = (
  reason: RefusalReason,
  { detail, ...details }: Omit<ProblemDetails, 'reason'> & { detail?: string } = {},
): ProblemError =>
  new ProblemError(refusals[reason].code, detail ?? refusals[reason].en, { ...details, reason })
