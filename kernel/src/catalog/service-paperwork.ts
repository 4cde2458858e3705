import { entriesOf } from './entry.ts';

const paperwork = entriesOf({
  nature: 'service',
  theme: 'paperwork',
  picture: 'paper',
  freshness: 'week',
  lease: 'appointment',
});
const teaching = entriesOf({
  nature: 'service',
  theme: 'teaching',
  picture: 'school',
  freshness: 'month',
  lease: 'appointment',
  unit: 'minute',
  units: 'hour',
});

/** Help that can be given from anywhere: papers, languages, the law, computers, teaching. */
export const paperworkKinds = [
  paperwork('translation.written', {
    en: 'translation of a text | translations of texts',
    es: 'traducción de un texto | traducciones de textos',
    enWords: `translation, translate, translator, translated, translate a letter, translate document, translate documents,
      translations, translate a form, translate papers, traslation`,
    esWords: `traducción, traducir, traductor, traductora, traducir documentos, traducir una carta, traducciones, traducir
      papeles`,
    units: 'sheet',
    picture: 'talk',
  }),
  paperwork('translation.spoken', {
    en: 'interpreting | interpreting',
    es: 'interpretación | interpretación',
    enWords: `interpreter, interpretor, interpreters, interpretation, spanish speaker, someone who speaks spanish, sign
      language, asl interpreter, asl, language help, bilingual, spanish interpreter, speak my language, translate on
      the phone, translate at appointment, interpreting in court, medical interpreter, bilingual volunteers, translate
      for me, creole speaker, spanish speakers, someone to translate, someone to interpret, speak spanish, speaks
      spanish`,
    esWords: `intérprete, intérpretes, que hable español, hable mixteco, hable zapoteco, hable náhuatl, quien hable inglés, quien traduzca, alguien que hable español, lengua de señas, lenguaje de señas,
      bilingüe, que hable inglés, interpretar, alguien que hable inglés, traducir por teléfono, que traduzca, hablen
      español, hable creole`,
    picture: 'talk',
    unit: 'minute',
    units: 'hour',
    freshness: 'day',
  }),
  paperwork('forms.help', {
    en: 'help with a form | help with forms',
    es: 'ayuda con un formulario | ayuda con formularios',
    enWords: `form filling, forms help, paperwork help, fill out forms, fill out a form, application help, help with
      application, fill in forms, paperwork, online application, help filling out, forms, help with paperwork, filling
      out forms, read my mail, understand a letter, letter writing, fill out application, online forms, form help,
      applications, fill form, help with ID papers, birth certificate, replace id, lost id, get an id, drivers
      license, id card, passport, lost documents, green card, notary, notarize, social security card, state id, id
      documents, lost papers, power of attorney, tax help, taxes, tax return, tax preparation, file taxes, tax prep,
      income tax, tax filing, irs letter, budgeting help, debt help, financial coaching, budget help`,
    esWords: `llenar formularios, llenar formas, formularios, papeleo, llenar una solicitud, ayuda con solicitudes, llenar
      papeles, ayuda con trámites, trámites, aplicación en línea, llenar aplicación, solicitud, formas, leer una
      carta, llenar una forma, ayuda con documentos de identidad, acta de nacimiento, identificación, sacar
      identificación, licencia de conducir, pasaporte, documentos perdidos, notario, tarjeta verde, papeles perdidos,
      carta poder, documentos, identificaciones, ayuda con impuestos, impuestos, declaración de impuestos, taxes,
      hacer los taxes, declarar impuestos, presupuesto, ayuda con deudas, itin`,
  }),
  paperwork('forms.benefits', {
    en: 'benefits sign-up | benefits sign-ups',
    es: 'solicitud de beneficios | solicitudes de beneficios',
    enWords: `snap, food stamps, ebt, medicaid, wic, benefits, benefits help, apply for snap, unemployment, unemployment
      benefits, social security, ssi, disability benefits, apply for benefits, medicare, health insurance, insurance
      enrollment, veterans benefits, va benefits, calfresh, tanf, apply for food stamps, ssdi, disability application,
      snap renewal, snap application, ebt card, renew snap, snap benefits, food stamp, wic appointment, medicaid
      application, medicaid renewal, apply for medicaid, apply for disability`,
    esWords: `estampillas de comida, cupones de alimentos, medicaid, beneficios, ayuda del gobierno, desempleo, seguro social,
      wic, seguro médico, solicitar beneficios, estampillas, snap, medicare, seguro de salud, discapacidad, cupones de
      comida, ebt, renovar snap, renovar medicaid, aplicar para estampillas, aplicar para medicaid, renovar las
      estampillas`,
  }),
  paperwork('forms.disaster-aid', {
    en: 'disaster aid application | disaster aid applications',
    es: 'solicitud por desastre | solicitudes por desastre',
    enWords: `fema, fema application, fema help, disaster assistance, fema appeal, insurance claim, sba loan, flood insurance,
      disaster aid, fema claim, fema form, insurance claims, disaster relief application, fema voucher`,
    esWords: `fema, solicitud de fema, ayuda por desastre, reclamo de seguro, apelación de fema, seguro contra inundaciones,
      asistencia por desastre, ayuda de fema`,
  }),
  paperwork('legal', {
    en: 'legal guidance | legal guidance',
    es: 'orientación legal | orientación legal',
    enWords: `legal help, legal aid, lawyer, attorney, eviction help, legal navigation, immigration help, immigration lawyer,
      tenant rights, eviction notice, court help, legal advice, know your rights, eviction, custody papers, landlord
      problem, restraining order, evicted, expungement, asylum help, legal clinic, pay or quit, days notice, notice to
      vacate, lawyers, attorneys, legal assistance, legal services, evicting me, landlord trouble, custody,
      immigration attorney, deportation`,
    esWords: `ayuda legal, abogado, abogada, asesoría legal, desalojo, ayuda con migración, derechos de inquilinos, abogado de
      inmigración, consejo legal, migración, aviso de desalojo, inmigración, orden de protección, asilo, me quieren
      desalojar, van a desalojar, van a desalojarnos, nos quieren desalojar, desalojarnos, desalojarme, abogados, asesoría de inmigración, deportación,
      orden de restricción, custodia, papeles de inmigración`,
    heed: 'vetted',
  }),
  paperwork('job-search', {
    en: 'job search help | job search help',
    es: 'ayuda para buscar trabajo | ayuda para buscar trabajo',
    enWords: `resume, resume help, job application, find a job, job help, cv, cover letter, interview practice, job, jobs,
      employment, job search, looking for work, work permit, resumé, employment help, job referral`,
    esWords: `currículum, buscar trabajo, busco trabajo, empleo, solicitud de empleo, ayuda para encontrar trabajo, curriculum
      vitae, preparar entrevista, hoja de vida, bolsa de trabajo, trabajo`,
  }),
  paperwork('housing-search', {
    en: 'housing search help | housing search help',
    es: 'ayuda para buscar vivienda | ayuda para buscar vivienda',
    enWords: `find an apartment, apartment search, find housing, housing help, housing search, section 8, housing application,
      looking for apartment, housing, affordable housing, apartment hunting, place to rent`,
    esWords: `buscar apartamento, buscar vivienda, ayuda con vivienda, vivienda, sección 8, busco apartamento, busco casa,
      encontrar departamento, casa de renta`,
  }),
  paperwork('phone-advocate', {
    en: 'help on a call to an office | help on calls to offices',
    es: 'ayuda para llamar a una oficina | ayuda para llamar a oficinas',
    enWords: `make a phone call for me, call the landlord, advocate, advocacy, call utility company, case management,
      navigator, help calling, someone to call the office, information, referral, information and referral, resource
      list, find resources, phone calls for me, hold on the phone`,
    esWords: `llamar por mí, ayuda para llamar, hablar con el casero, defensor, orientación, información, referencias, llamar
      a la compañía, acompañar a una cita, gestor`,
    picture: 'talk',
  }),
  paperwork('computer-help', {
    en: 'computer help | computer help',
    es: 'ayuda con la computadora | ayuda con la computadora',
    enWords: `tech support, tech help, phone help, set up phone, zoom help, email help, password help, computer problem, wifi
      help, it help, set up computer, help with my phone, set up email, help with computer, technology help, internet
      help, computer support, reset password, help with zoom, scam help, hacked, install software, help with wifi, set
      up my phone, printer help`,
    esWords: `ayuda con el celular, ayuda con internet, ayuda con la tecnología, problema con la computadora, configurar
      celular, ayuda con el correo, soporte técnico, ayuda con zoom, ayuda con la compu, contraseña olvidada, ayuda
      con mi celular`,
    picture: 'computer',
  }),
  paperwork('web-help', {
    en: 'website or design help | website or design help',
    es: 'ayuda con página o diseño | ayuda con páginas o diseños',
    enWords: `website, web site, web design, graphic design, flyer design, make a flyer, social media, photography, photos
      taken, data entry, spreadsheet help, video editing, logo, proofreading, write a grant, grant writing,
      programming help, coding help, website help`,
    esWords: `página web, sitio web, diseño gráfico, hacer un volante, redes sociales, fotografía, fotógrafo, captura de
      datos, edición de video, corregir texto, redactar, volantes`,
    picture: 'computer',
    freshness: 'month',
    lease: 'unhurried',
  }),
  teaching('tutoring', {
    en: 'tutoring | tutoring',
    es: 'clases particulares | clases particulares',
    enWords: `tutor, tutors, homework help, math help, tutoring for my son, reading help, math tutor, homework, study help,
      help with homework, tutering, ged, ged classes, reading tutor, science tutor, tutoring for kids, test prep`,
    esWords: `tutoría, tutor, tutora, ayuda con la tarea, tareas escolares, clases de matemáticas, apoyo escolar,
      regularización, tutorías, ayuda con tareas, maestro particular, tarea escolar`,
    heed: 'vetted never-alone',
  }),
  teaching('lessons.language', {
    en: 'language lessons | language lessons',
    es: 'clases de idioma | clases de idioma',
    enWords: `english lessons, english classes, esl, learn english, english class, spanish lessons, conversation partner,
      language exchange, esl class, english tutor, citizenship class, practice english, english teacher, citizenship
      classes`,
    esWords: `clases de inglés, aprender inglés, inglés, clases de español, práctica de inglés, clases de ciudadanía, curso de
      inglés, ciudadanía, maestro de inglés`,
    picture: 'talk',
  }),
  teaching('lessons.skill', {
    en: 'lesson in a skill | lessons in a skill',
    es: 'clase de un oficio | clases de un oficio',
    enWords: `instructor, instructors, teach, class, workshop, driving lessons, cooking class, sewing class, swimming lessons,
      mentor, mentoring, teach a skill, music lessons, teach me, coach, coaching, training, canning class, lessons,
      self defense class, gardening class, workshops, mentorship, learn to drive, guitar lessons, computer class, i
      teach`,
    esWords: `instructor, instructora, taller, enseñar, clases de manejo, clase de cocina, clase de costura, mentor, mentoría,
      capacitación, clases de música, clases de natación, aprender a manejar, talleres, clase de computación`,
  }),
  teaching('lessons.safety', {
    en: 'safety training | safety trainings',
    es: 'curso de seguridad | cursos de seguridad',
    enWords: `first aid class, cpr, cpr class, first aid training, stop the bleed, fire safety, chainsaw training, boat
      safety, firearm safety, hunter safety, hunter education, cert training, narcan training, cpr training, disaster
      preparedness, preparedness class, food handler class, safety class`,
    esWords: `curso de primeros auxilios, rcp, curso de rcp, seguridad contra incendios, seguridad en el agua, capacitación de
      emergencia, preparación para desastres, clase de primeros auxilios, manejo de alimentos`,
  }),
];
