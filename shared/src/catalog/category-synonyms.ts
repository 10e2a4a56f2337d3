import type { CategoryCode } from './category-rows.ts'

/** The words people type when they look for a kind of help, in English and Spanish. */
const words: Readonly<Record<CategoryCode, string>> = {
  bn_food:
    'food pantry, food bank, groceries, backpack food, weekend bags, hunger, despensa, banco de alimentos, hambre',
  bn_meals: 'breakfast, lunch, supper, snack, free meals, summer meals, desayuno, almuerzo, cena, merienda',
  bn_housing:
    'homeless, shelter, rent, eviction, McKinney-Vento, doubled up, sin hogar, albergue, alquiler, renta, desalojo',
  bn_clothing:
    'coats, winter clothes, clothes closet, sneakers, uniform, abrigos, ropa de invierno, uniforme',
  bn_hygiene:
    'toiletries, soap, shower, washer, period products, diapers, jabón, productos menstruales, pañales, lavadora',
  bn_supplies: 'backpacks, notebooks, book drive, school supplies, mochilas, cuadernos, materiales escolares',
  bn_internet:
    'wifi, broadband, hotspot, connectivity, digital divide, conexión, banda ancha, brecha digital',
  bn_devices: 'laptop, tablet, chromebook, computer, tech support, computadora, tableta, soporte técnico',
  bn_transport: 'bus, bus pass, ride, van, bike, autobús, camión, pase de autobús, bicicleta',
  bn_economic:
    'cash, bills, electricity, heating, emergency fund, SNAP, benefits, dinero, luz, calefacción, beneficios',
  bn_legal:
    'lawyer, attorney, immigration, asylum, guardianship, tenant rights, abogado, inmigración, asilo, tutela',
  ph_primary:
    'clinic, doctor, nurse, physical, checkup, sick visit, médico, enfermera, consultorio, examen físico',
  ph_dental: 'dentist, teeth, sealants, oral health, dentista, dientes, salud bucal',
  ph_vision: 'glasses, eye exam, hearing test, screening, lentes, anteojos, examen de la vista',
  ph_immun: 'vaccine, shots, flu clinic, vacunación, gripe',
  ph_asthma: 'asthma, diabetes, allergy, inhaler, epilepsy, inhalador, alergia',
  ph_fitness: 'healthy eating, cooking, garden, exercise, wellness, cocina, huerto, ejercicio, bienestar',
  bh_counsel:
    'therapy, therapist, mental health, psychologist, social worker, depression, anxiety, terapeuta, salud mental, psicólogo, ansiedad',
  bh_crisis: 'suicide, hotline, emergency, threat assessment, suicidio, línea de ayuda, emergencia',
  bh_substance: 'vaping, drugs, alcohol, opioids, recovery, vapeo, drogas, opioides, adicción',
  bh_sel:
    'SEL, emotions, conflict resolution, mindfulness, social skills, emociones, resolución de conflictos, atención plena',
  bh_trauma: 'grief, violence, ACEs, loss, healing, duelo, violencia, pérdida, sanación',
  me_one: 'mentor, big brother, big sister, role model, mentora, hermano mayor, modelo a seguir',
  me_group: 'mentor, circle, peer mentoring, rites of passage, círculo, mentoría entre pares',
  me_virtual: 'e-mentoring, virtual mentor, online mentor, mentoría en línea, mentor a distancia',
  ac_tutor: 'tutor, homework help, math help, reading help, refuerzo, tarea, clases particulares',
  ac_literacy: 'reading, phonics, read aloud, book buddies, lectura, fonética, lectura en voz alta',
  ac_stem:
    'science, robotics, coding, engineering, math club, maker, ciencia, robótica, programación, ingeniería',
  ac_ell: 'ELL, ESL, multilingual, bilingual, refugee, immigrant, bilingüe, refugiado, inmigrante',
  ac_disab:
    'special education, IEP, dyslexia, ADHD, inclusion, educación especial, dislexia, TDAH, inclusión',
  os_after:
    'afterschool, after school, extended day, out of school time, beacon, clases extracurriculares, jornada extendida',
  os_summer: 'summer school, camp, summer learning, vacation, escuela de verano, campamento, vacaciones',
  os_arts: 'music, dance, theater, visual arts, museum, choir, música, danza, teatro, museo, coro',
  os_sports:
    'soccer, basketball, swimming, athletics, coach, fútbol, baloncesto, natación, atletismo, entrenador',
  cc_aware:
    'career day, guest speaker, career fair, workplace tour, feria de carreras, charla, visita a empresas',
  cc_shadow: 'job shadowing, shadow day, workplace visit, observación laboral, día en el trabajo',
  cc_intern: 'intern, work experience, youth employment, summer job, practicum, empleo juvenil, prácticas',
  cc_extern: 'extern, short placement, teacher externship, estancia, externado',
  cc_apprent: 'apprentice, trades, union, vocational, aprendiz, oficios, sindicato, formación profesional',
  cc_college: 'FAFSA, scholarship, college visit, SAT, application, beca, universidad, solicitud',
  fe_workshop:
    'family support, fatherhood, parent class, PTA, family night, parent academy, clases para padres, noche familiar, escuela para padres',
  fe_adult:
    'english class, GED, HSE, citizenship, computer class, clases de inglés, ciudadanía, bachillerato',
  yl_voice:
    'student council, service learning, volunteering, civic, advocacy, consejo estudiantil, voluntariado, participación cívica',
  sc_safety:
    'violence prevention, restorative justice, gang, bullying, mediation, police, justicia restaurativa, acoso escolar, pandillas, mediación',
  pd_staff:
    'professional development, PD, teacher training, coaching, workshop for teachers, desarrollo profesional, formación docente',
  ch_care: 'preschool, daycare, pre-k, head start, babysitting, preescolar, guardería',
}

export const synonymsOf = (code: CategoryCode): string[] => words[code].split(', ')
