import type { Language } from '../vocabulary/terms.ts'

/**
 * What a person agrees to by signing, in the language it was read in. ESIGN (15 U.S.C. 7001) and UETA ask for the intent to
 * sign and consent to do it electronically; the words are our own, and are kept with each signature as they were shown.
 */
export const consentText: Readonly<Record<Language, string>> = {
  en: 'I have read this agreement. I sign it electronically by typing my name, I may sign for my side, and my typed name binds as my handwritten signature does.',
  es: 'He leído este acuerdo. Lo firmo electrónicamente al escribir mi nombre, tengo facultad para firmar por mi parte, y mi nombre escrito obliga igual que mi firma de puño y letra.',
}

/** A typed name that can stand as a signature: letters, not only marks or digits. Some people have one name. */
export const isSignature = (name: string): boolean => (name.match(/\p{L}/gu) ?? []).length >= 2
