import type { CuePatterns } from './message-cues.ts';

// As in the English list: plain words, no accents, so "ñ" is "n".
const raw = String.raw;

const doing = raw`(?:llev\w+|ayud\w+|dar\w*|prest\w+|pas(?:ar|o)\w*|traer\w*|cuid\w+|recog\w+|cocin\w+|manej\w+|hac\w+|arregl\w+|ir|cubrir\w*|don\w+|compart\w+|ensen\w+|repart\w+|cort\w+|limpi\w+|cargar|hosped\w+|recib\w+)`;

/** Spanish turns of phrase of a chat, by what they say of the message; the figure is how much. */
export const spanishMessageCues: CuePatterns = {
  ask: [
    [
      3,
      raw`quien (?:va por|pasa por|recoge|puede ir|cuida|me hace)|(?:se )?(?:lo|la|los|las) compro|compro (?:barato|usad[oa])|donde me (?:dan|venden|regalan)`,
    ],
    [
      3,
      raw`(?:se )?(?:me |nos |les |le )?(?:necesit\w+|ocupo|ocupa|ocupan|ocupamos|requier\w+|urge|urgen|hacen? falta|faltan?)(?! (?:algo|poco|nada|mucho))`,
    ],
    [
      3,
      raw`(?:estoy |estamos |ando )?(?:buscando|busco|buscamos|se busca|se buscan|se solicitan?|se ocupan?)|en busca de`,
    ],
    [
      3,
      raw`(?:alguien|quien|alguno|alguna|algun vecino|alguna persona)(?: de aqui| por aqui| mas| que)* (?:(?:me|nos|le|les) )?(?:tiene|tendra|tenga|tuviera|puede|podria|pueda|pudiera|podra|sepa|vende barato|renta|lleva|ayuda|preste|regale)`,
    ],
    [
      3,
      raw`(?:me|nos|le|les) (?:puede|pueden|podria|podrian|pudiera|pudieran|ayuda|ayudan|presta|prestan|regala|regalan)(?! agradecer)|ayudenme|ayudennos|ayudame|ayudeme|por favor ayuda\w*|necesitamos ayuda`,
    ],
    [
      3,
      raw`(?:se )?(?:nos |me )?(?:acabo|acabaron|termino|terminaron)|(?:nos )?quedamos sin|(?:estamos|estoy|esta|estan|somos \w+ familias) sin|me quede sin`,
    ],
    [
      2.5,
      raw`no (?:tengo|tenemos|tiene|tienen|hay|nos alcanza|me alcanza|alcanza|cuento con|contamos con)(?! (?:clases|problema|tiempo|idea|escuela|luz verde|nada que|junta|prisa|pierde))|no (?:puedo|podemos|puede) (?:pagar|comprar|caminar|conseguir|salir)`,
    ],
    [
      2.5,
      raw`donde (?:puedo|podemos|puede|pueden|se puede) (?:conseguir|encontrar|comprar|ir)|donde (?:consigo|encuentro|hay|den|dan|regalan|venden)|no (?:le )?entiendo`,
    ],
    [
      1.5,
      raw`urgente|urgentemente|emergencia|auxilio|desesperad[oa]s?|lo antes posible|atrapad[oa]s?|con hambre|mucho frio`,
    ],
    [
      1,
      raw`se (?:me|nos|le) (?:descompuso|rompio|poncho|inundo|quemo|murio)|no (?:prende|funciona|sirve|arranca)|en busca`,
    ],
    [
      2,
      raw`prestad[oa]|que me (?:preste|lleve|ayude|regale|cuide)|quien me|quien nos|yo quiero|yo quisiera|a mi si|me interesa|yo si quiero`,
    ],
  ],
  offer: [
    [
      3,
      raw`(?:vamos|somos) (?:\w+ )?con|aqui (?:hay|tengo)|(?:mi|nuestra|nuestro|la|el) (?:tienda|iglesia|panaderia|negocio|escuela|taller|club) (?:da|dona|regala|ofrece|pone|tiene)|yo (?:recojo|cuido|traigo|mando|compro|pongo)|te (?:los|las|lo|la) (?:mando|traigo|guardo)`,
    ],
    [
      3.5,
      raw`(?:alguien|quien|si alguien|alguno|si alguno|si usted|si ustedes)(?: de aqui| mas| aun| todavia)* (?:necesit\w+|quier\w+|ocupa|ocupan|gusta|busca|le sirve|le hace falta|requiere|tiene hambre|quisiera)|(?:a|para) quien (?:le|lo|la|los|las)? ?(?:sirva|necesite|quiera|interese|ocupe|guste)`,
    ],
    [
      3.5,
      raw`regalo|regalamos|se regala|se regalan|ofrezco|ofrecemos|se ofrece|dono|donamos|en adopcion|gratis|sin costo|de regalo|doy (?!gracias)|se (?:lo|la|los|las) (?:doy|regalo|presto|llevo|dejo)|te (?:lo|la|los|las) (?:doy|regalo|presto|llevo|dejo)`,
    ],
    [
      3,
      raw`(?:yo |nosotros )?(?:(?:te|le|les|los|la|lo) )?(?:puedo|podemos|podria|podriamos)(?: yo)? (?!pagar|comprar|conseguir|caminar|salir|ir )(?:${doing})`,
    ],
    [
      3,
      raw`yo (?:te|le|les|los|la|lo|se|voy|paso|llevo|tengo|presto|ayudo|puedo|manejo|cuido|cocino|cubro)|(?:voy|vamos) (?:para alla|en camino|con)|voy para|cuenten conmigo|cuenta conmigo|cuente conmigo|me apunto|yo me apunto|ahi estare|yo voy|con gusto (?:te|le|les|ayudo|voy)|claro (?:que si |pasa|pase|ven|venga)`,
    ],
    [
      3,
      raw`(?:me|nos) sobr\w+|ya no (?:uso|usamos|ocupo|ocupamos)|(?:tengo|tenemos) (?:de sobra|un\w* extra|un\w* de mas|para (?:regalar|dar|donar|compartir|prestar))`,
    ],
    [
      2,
      raw`(?:tengo|tenemos) (?:una?|unos|unas|dos|tres|\d+|lavadora|cama|ropa|espacio|lugar)|estamos (?:dando|repartiendo|sirviendo|regalando)|estan (?:dando|repartiendo|regalando)|disponible|disponibles`,
    ],
    [
      1.5,
      raw`marqueme|marcame|mandeme mensaje|mandame mensaje|avisenme|avisame|pasen por|pasa por|pase por|paso a dejar|donde (?:lo|la|los|las) dejo|digame donde|pasen a`,
    ],
  ],
  settled: [
    [
      5,
      raw`ya no (?:necesit\w+|busquen|busco|hace falta|ocup(?!o |amos )\w+|se necesita)|ya (?:consegui|conseguimos|encontre|encontramos|aparecio|se fue|se fueron|se entrego|se vendio|quedo|lo resolvi|esta resuelto|tengo|la tengo|lo tengo|se dio|se regalo|esta apartad[oa]|no esta)|apartad[oa]|entregad[oa]|vendid[oa]`,
    ],
    [
      3,
      raw`ya (?:me|nos|la|lo|los|las|le) (?:ayud\w+|llev\w+|devolvi|entreg\w+|dieron|trajeron|resolvi\w+|recogi\w+)|todo (?:salio )?bien`,
    ],
  ],
  chatter: [
    [
      2.5,
      raw`(?:mil |muchas |muchisimas )?gracias(?: a todos| vecin[oa]s?| por todo)?|dios (?:la|lo|le|los|les|te) bendiga|bendiciones|que dios`,
    ],
    [
      4,
      raw`(?:alguien|saben|sabe|sabes) ?(?:sabe |saben )?(?:a que hora|cuando|quien gano|si hay|si va|como se llama)|a que hora|cuando (?:es|abre|sera)|quien (?:gano|va a ir|viene)`,
    ],
    [
      2.5,
      raw`buen(?:os|as) (?:dias|tardes|noches)|feliz|felicidades|ja(?:ja)+|nos vemos|que bonit[oa]|que rico|saludos|amen|bienvenid[oa]s?|ya vieron|lleguen`,
    ],
    [1, raw`ayer|anoche|la semana pasada|la junta|el partido|manana no hay|esta cerrad[oa]|mi abuela decia`],
  ],
};
