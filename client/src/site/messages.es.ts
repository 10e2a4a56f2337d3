import type { Translated } from '../platform/i18n.ts'
import type { messages as english } from './messages.en.ts'

export const messages: Translated<typeof english> = {
  part: 'Ficha pública',
  title: 'Lo que cualquiera puede saber',
  text: 'El directorio público muestra el nombre, el tipo de organización y lo que está aquí. No se muestra nada más de este registro.',
  view: 'Página pública',
  saved: 'Guardado.',
  siteOff: 'Las páginas públicas están apagadas o este aliado no está activo: todavía nadie lo ve.',
  readOnly: 'Su función permite ver esto, no cambiarlo.',
  noServices: 'Esta organización todavía no ofrece servicios.',
  form: {
    listed: 'En el directorio público',
    description: 'Descripción',
    descriptionEs: 'Descripción en español',
    contactName: 'Por quién preguntar',
    email: 'Correo para cualquiera',
    phone: 'Teléfono para cualquiera',
    website: 'Sitio web',
    languages: 'Idiomas',
    serviceIds: 'Servicios que se muestran',
    errors: { website: { pattern: 'Empiece con https://', other: 'Empiece con https://' } },
  },
}
