import { wordsOf } from '../phrase/words.ts';

/** The languages whose words we know, and an honest answer for all others. */
export type MessageLanguage = 'en' | 'es' | 'unknown';

// The commonest words of each language, without those that another common one shares ("no", "a", "me", "has", "son").
const english = new Set(
  `the and of to in is are was were be been am i you he she it we they my your his her our their its this that these those
   not do does did don dont doesnt didnt cant wont im ive ill youre theyre thats isnt what when where who why how which can
   could will would should may might must have had got get gets for with from on at by as but or if so than then there here
   about after before because just only also too very really any some all every each no one two three please thank thanks
   sorry hello hi hey good morning night today tonight tomorrow yesterday now still already again back up down out over need
   needs needed looking want wants anyone anybody someone somebody everyone everybody thing things people help free new old
   us them him me lol ok okay yes congratulations sold gone love know see going come home house kids week day days time giving away bag size wanted pick picked bring here`.split(
    /\s+/,
  ),
);
const spanish = new Set(
  `el la los las un una unos unas de del al y que en es son fue era ser estar esta este esto estos estas ese esa eso yo tu
   usted ustedes ella ellos nosotros mi mis tus su sus nuestro nuestra lo le les se te nos con por para sin sobre entre hasta
   desde muy mas pero porque como cuando donde quien cual si ya aun todavia tambien tampoco nada algo alguien nadie hay tengo
   tiene tienen tenemos puedo puede pueden podemos quiero quiere necesito necesita necesitamos hace hacer voy va vamos van
   gracias por favor hola buenos buenas dias tardes noches hoy manana ayer ahora aqui alla ayuda casa ninos nino hija hijo
   mama papa senora vecino vecina vecinos vecinas bueno buena bien mal semana dia hora horas sabado domingo lunes martes
   miercoles jueves viernes feliz jajaja amen dios todo todos toda todas agua comida ropa otra otro ofrezco regalo busco doy cuenten conmigo alguno vengan lleguen temprano listo pasa paso quien`.split(
    /\s+/,
  ),
);

/** Too few words of a language to be sure of it: a name of a place, a greeting that two share. */
const shareMin = 0.3;
/** Where no word speaks for the other language, two of this one are enough in a longer text. */
const loneShareMin = 0.2;

/**
 * The language of a message, by its commonest words. Unknown for anything else, and for what has no words: a person then
 * reads it with more care.
 */
export function languageOf(text: string): MessageLanguage {
  const words = wordsOf(text.slice(0, 2000))
    .map((word) => word.plain)
    .filter((word) => /^\p{L}+$/u.test(word));
  if (words.length === 0) return 'unknown';
  const inEnglish = words.filter((word) => english.has(word)).length;
  const inSpanish = words.filter((word) => spanish.has(word)).length + (/[¿¡ñ]/.test(text) ? 1 : 0);
  const most = Math.max(inEnglish, inSpanish);
  const least = Math.min(inEnglish, inSpanish) === 0 && most >= 2 ? loneShareMin : shareMin;
  if (most / words.length < least || inEnglish === inSpanish) return 'unknown';
  return inEnglish > inSpanish ? 'en' : 'es';
}
