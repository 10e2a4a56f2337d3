import type { Language } from '../vocabulary/terms.ts'
import type { LetterKind, LetterText } from './kinds.ts'

const paragraphs = (...lines: readonly string[]): string => lines.join('\n\n')
const signed = '{sender_name}\n{sender_title}\n{district_name}'

/** What a school or the district writes to a partner (domain D13). */
export const partnerTemplates = {
  principal_existing: {
    en: {
      subject: '{school_name} and {partner_name}: the year ahead',
      body: paragraphs(
        'Dear {contact_name},',
        'Thank you for what {partner_name} does with us at {school_name}: {existing_service}. Our students and families feel it.',
        'As we plan the year ahead, this is where we still look for help: {needs}.',
        'I would like to sit down with you on {meeting_date} and talk about what works, what could change, and what we can do next.',
        'With thanks,',
        '{principal_name}\nPrincipal, {school_name}\n{district_name}',
      ),
    },
    es: {
      subject: '{school_name} y {partner_name}: el año que viene',
      body: paragraphs(
        'Hola, {contact_name}:',
        'Gracias por lo que {partner_name} hace con {school_name}: {existing_service}. Nuestros estudiantes y sus familias lo notan.',
        'Al preparar el año que viene, todavía buscamos ayuda en lo siguiente: {needs}.',
        'Quisiera reunirme con usted el {meeting_date} para hablar de lo que funciona, de lo que podría cambiar y de lo que sigue.',
        'Con agradecimiento,',
        '{principal_name}\nDirección, {school_name}\n{district_name}',
      ),
    },
  },
  principal_new: {
    en: {
      subject: 'An invitation to {school_name}',
      body: paragraphs(
        'Dear {contact_name},',
        'I am the principal of {school_name} in {district_name}. Our students and families could use help with: {needs}.',
        'I believe that {partner_name} could make a difference here, and that our school has something to give in return: rooms, families who take part, and students who are glad to learn with you.',
        'Would you visit us on {meeting_date}? Half an hour is enough to see the school and talk.',
        'Kind regards,',
        '{principal_name}\nPrincipal, {school_name}\n{district_name}',
      ),
    },
    es: {
      subject: 'Una invitación a {school_name}',
      body: paragraphs(
        'Hola, {contact_name}:',
        'Estoy a cargo de {school_name}, en {district_name}. A nuestros estudiantes y sus familias les vendría bien ayuda con: {needs}.',
        'Creo que {partner_name} puede aportar mucho aquí, y que nuestra escuela también tiene qué dar: salones, familias que participan y estudiantes con ganas de aprender con ustedes.',
        '¿Nos visitaría el {meeting_date}? Media hora basta para ver la escuela y conversar.',
        'Saludos cordiales,',
        '{principal_name}\nDirección, {school_name}\n{district_name}',
      ),
    },
  },
  welcome: {
    en: {
      subject: 'Welcome: {partnership_name}',
      body: paragraphs(
        'Dear {contact_name},',
        'Welcome! From {start_date} on, {partner_name} and {district_name} work together in “{partnership_name}”.',
        '{lead_name} leads the partnership on our side and answers your questions. Once a quarter we sit down together: goals, progress, challenges, and what to change.',
        'Thank you for joining us.',
        signed,
      ),
    },
    es: {
      subject: 'Bienvenida: {partnership_name}',
      body: paragraphs(
        'Hola, {contact_name}:',
        '¡Bienvenidos! Desde el {start_date}, {partner_name} y {district_name} trabajan juntos en «{partnership_name}».',
        '{lead_name} está a cargo de la alianza de nuestra parte y responde a sus preguntas. Cada trimestre nos reunimos: metas, avances, dificultades y qué cambiar.',
        'Gracias por sumarse.',
        signed,
      ),
    },
  },
  thank_you: {
    en: {
      subject: 'Thank you, {partner_name}',
      body: paragraphs(
        'Dear {contact_name},',
        'In {school_year}, {partner_name} reached {students_reached} students with us, gave {hours_given} hours of volunteers, and put in {value_given}.',
        'Behind these figures are students who were seen and helped. Thank you.',
        'We look forward to the next year together.',
        signed,
      ),
    },
    es: {
      subject: 'Gracias, {partner_name}',
      body: paragraphs(
        'Hola, {contact_name}:',
        'En {school_year}, {partner_name} llegó con nosotros a {students_reached} estudiantes, dio {hours_given} horas de voluntariado y aportó {value_given}.',
        'Detrás de estas cifras hay estudiantes a quienes alguien vio y ayudó. Gracias.',
        'Esperamos con gusto el próximo año juntos.',
        signed,
      ),
    },
  },
  renewal: {
    en: {
      subject: 'Renewing our agreement: {partnership_name}',
      body: paragraphs(
        'Dear {contact_name},',
        'Our agreement for “{partnership_name}” ends on {end_date}.',
        'Please tell us until {notice_date} whether {partner_name} would like to go on as it is, change something, or stop. We fill in the new agreement from this year’s, so that little is left to write.',
        '{lead_name} is glad to talk it over with you.',
        signed,
      ),
    },
    es: {
      subject: 'Renovación de nuestro acuerdo: {partnership_name}',
      body: paragraphs(
        'Hola, {contact_name}:',
        'Nuestro acuerdo para «{partnership_name}» termina el {end_date}.',
        'Díganos por favor hasta el {notice_date} si {partner_name} desea seguir igual, cambiar algo o terminar. Prepararemos el nuevo acuerdo con los datos de este año, para que quede poco por escribir.',
        '{lead_name} con gusto lo conversa con usted.',
        signed,
      ),
    },
  },
} as const satisfies Partial<Record<LetterKind, Record<Language, LetterText>>>
