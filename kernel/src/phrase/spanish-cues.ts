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
    raw`dejen de (?:traer|mandar|llevar|donar)`,
    raw`(?:nos |me )?sobran?|suficientes?|bastantes?|demasiad[oa]s?|llen[oa]s? de|basta de|ya (?:tenemos|hay|tienen|tengo)|nada de|de sobra`,
  ],
  'refuse-item': ['no mas|ya no|por favor no|no|ni|tampoco|nunca|en (?:lugar|vez) de'],
  'enough-of-it': ['(?:ya )?(?:esta|estan) (?:bien|cubiert[oa]s?|complet[oa]s?|list[oa]s?)'],
  'there-is': ['(?:ya )?(?:llego|llegaron)(?: ayer| hoy)?', '(?:hay |esta |estan )?disponibles?'],
  except: [
    raw`excepto|salvo|menos|a excepcion de|(?:pero|y) no(?! (?:hay|ten\w+|tien\w+|hemos|he|ha|han|nos|me|quedan?|alcanzan?|se|pod\w+|pued\w+)(?![^ ]))|sino`,
  ],
  lack: [
    raw`(?:ya )?no (?:hay|tengo|tenemos|tiene|tienen|nos quedan?|me queda|queda|quedan|nos alcanza|alcanza|contamos con|cuento con)(?: suficientes?| nada de| ni)*(?! (?:espacio|lugar|necesidad))`,
    raw`(?:aun |todavia )?no (?:hemos|he|han|ha) (?:recibido|tenido|encontrado|conseguido|comido)`,
    raw`no (?:(?:podemos|puedo|pueden|puede) )?(?:encontr\w+|consig\w+|conseg\w+|comprar|pagar)`,
    raw`no (?:se|sabe|saben|sabemos) (?:a |en )?donde (?:conseguir|encontrar|hay|comprar)`,
    raw`(?:estamos |estoy |nos quedamos )?sin|(?:se )?(?:nos |me )?(?:acabo|acabaron|termino|terminaron)|escasez de|carec\w+ de`,
  ],
  need: [
    raw`(?:alguien|quien|alguna persona)(?: de aqui| que| mas)* (?:tiene|tendra|tenga|tuviera|cuenta con)|no (?:tendras?|tendran) `,
    raw`(?:se )?necesit\w*|ocup(?:o|a|amos|an)|pero|solo|solamente|unicamente|si|queremos|quiero|(?:se )?busc(?:o|a|amos|an)|aceptamos|recibimos`,
    raw`traigan|traer|manden?|mandar|envien|enviar|lleven|urgen?|hacen? falta|(?:nos |me )?faltan?|requier\w*|pedimos|se solicitan?|en cambio`,
  ],
  hold: [
    raw`(?:ya )?(?:nos |me )?(?:llego|llegaron|dieron|trajeron|encontramos|conseguimos)(?! (?:a|al|que|tarde)\b)`,
    raw`(?:tenemos|tienen|tengo|contamos con|cuento con|hay)(?! que\b)(?! ${trouble}\b)`,
  ],
};
