import type { CueSense } from './cues.ts';

// As in the English list: plain words, no accents, so "ñ" is "n".
const raw = String.raw;

const wanting = raw`(?:necesit\w+|quier\w+|queremos|acept\w+|recib\w+|estamos (?:aceptando|recibiendo|necesitando)|tra(?:er|iga|igan|igas|e|en)|llev(?:ar|e|en)|mand(?:ar|e|en)|don(?:ar|e|en)|hacen? falta|requier\w+|ocup\w+|envi(?:ar|e|en)|busc\w+|pid\w+)`;

const trouble = raw`(?:(?:un|una|unos|mi|mis|dos|tres|cuatro|cinco|\d+|el|la|mucha|mucho|muchos|muchas) )*(?:bebes?|hij[oa]s?|nin[oa]s?|problemas?|hambre|frio|sed|citas?|personas?|familias?|dificult\w*|escasez|gente|diabetes|esposa|esposo|mama|papa)`;

/** Spanish turns of phrase by their sense; what each sense does is said at `CueSense`. */
export const spanishCues: { readonly [Sense in CueSense]: readonly string[] } = {
  neutral: ['(?:al|por lo) menos|mas o menos|menos de|no solo'],
  refuse: [
    raw`(?:por favor )?(?:ya )?(?:no|tampoco) (?:se |nos |les |lo |la |me )*${wanting}(?: mas| nada de| ya)*`,
    raw`(?:ya )?no (?:es|son) (?:necesari\w+|falta)|no (?:tenemos|hay|queda|tengo) (?:mas )?(?:espacio|lugar|necesidad)(?: para| de)?`,
    raw`(?:ya )?(?:tenemos|hay|tienen|tengo) (?:ya )?(?:suficientes?|bastantes?|demasiad[oa]s?|much[oa]s?|de sobra|muchisim[oa]s?)`,
    raw`(?:nos |me )?sobran?|suficientes?|bastantes?|demasiad[oa]s?|llen[oa]s? de|basta de|ya (?:tenemos|hay|tienen|tengo)|nada de|de sobra`,
  ],
  'refuse-item': ['no mas|ya no|por favor no|no|ni|tampoco|nunca|en (?:lugar|vez) de'],
  except: ['excepto|salvo|menos|a excepcion de|pero no|y no|sino'],
  lack: [
    raw`(?:ya )?no (?:hay|tengo|tenemos|tiene|tienen|nos quedan?|me queda|queda|quedan|nos alcanza|alcanza|contamos con|cuento con)(?: suficientes?| nada de| ni)*(?! (?:espacio|lugar|necesidad))`,
    raw`(?:aun |todavia )?no (?:hemos|he|han|ha) (?:recibido|tenido|encontrado|conseguido|comido)`,
    raw`no (?:(?:podemos|puedo|pueden|puede) )?(?:encontr\w+|consig\w+|conseg\w+|comprar|pagar)`,
    raw`(?:estamos |estoy |nos quedamos )?sin|(?:se )?(?:nos |me )?(?:acabo|acabaron|termino|terminaron)|escasez de|carec\w+ de`,
  ],
  need: [
    raw`(?:se )?necesit\w*|ocup(?:o|a|amos|an)|pero|solo|solamente|unicamente|si|queremos|quiero|(?:se )?busc(?:o|a|amos|an)|aceptamos|recibimos`,
    raw`traigan|traer|urgen?|hacen? falta|(?:nos |me )?faltan?|requier\w*|pedimos|se solicitan?|en cambio`,
  ],
  hold: [raw`(?:tenemos|tienen|tengo|contamos con|cuento con|hay)(?! que\b)(?! ${trouble}\b)`],
};
