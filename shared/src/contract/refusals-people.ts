/** Refusals around accounts, second factors and links; part of refusals.ts. */
export const peopleRefusals = {
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
} as const
