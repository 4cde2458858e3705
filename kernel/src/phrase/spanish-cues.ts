import type { CueSense } from './cues.ts';

// As in the English list: plain words, no accents, so "ñ" is "n".
const raw = String.raw;

const wanting = raw`(?:necesit\w+|quier\w+|queremos|acept\w+|recib\w+|recoj\w+|recog\w+|estamos (?:aceptando|recibiendo|necesitando|recolectando|juntando)|tra(?:er\w*|iga|igan|igas|igamos|e|en|yendo)|llev(?:ar|e|en|es|ando)|mand(?:ar|e|en|es|ando)|don(?:ar|e|en|es|ando)|dej(?:ar|e|en)|regal(?:ar|en|e)|entreg(?:ar|uen)|hacen? falta|haga falta|requier\w+|ocup\w+|envi(?:ar|e|en|es)|busc\w+|pid\w+|compr(?:en|es)|guardar|almacenar|admit\w+|permit\w+|cab(?:e|en)|entran?|tom(?:amos|an)|ven(?:gan|ir) con|us(?:amos|an|ar)|sirven?|agarr\w+|urgen?|falt(?:a|an)|solicit\w+)`;

const giving = raw`(?:traer|mandar|llevar|donar|enviar|dejar|comprar|entregar|regalar|traernos|mandarnos|la entrega de|el envio de|la recepcion de|la donacion de)`;

const trouble = raw`(?:(?:un|una|unos|mi|mis|dos|tres|cuatro|cinco|\d+|el|la|mucha|mucho|muchos|muchas) )*(?:bebes?|hij[oa]s?|nin[oa]s?|problemas?|hambre|frio|sed|citas?|personas?|familias?|dificult\w*|escasez|gente|diabetes|esposa|esposo|mama|papa)`;

/** Spanish turns of phrase by their sense; what each sense does is said at `CueSense`. */
export const spanishCues: { readonly [Sense in CueSense]: readonly string[] } = {
  neutral: [
    'no disponibles?|no maneja|no manejo|no puedo|no puede|no sabe|no sirve|no hay clases|no tiene carro|no tengo carro|no tengo trabajo|no tiene trabajo|no importa|no se (?:si|cuando|como|que)|no hay problema|(?:al|por lo) menos|mas o menos|menos de|no solo',
  ],
  refuse: [
    raw`(?:por favor |porfavor |x favor |favor de )?(?:que )?(?:ya )?(?:no|tampoco|nadie|jamas) (?:se |nos |les |le |lo |la |me |las |los )*(?:(?:hay|tienen|tiene|van|vayan|vaya|vamos|pueden|podemos|puede|podremos|es necesario|hace falta|deben|debemos|quiere|quieren|queremos|sigan|siga|estan|estamos|hay espacio|esta permitido|se permite|necesitan|necesitamos) (?:a |que |de |para |nos )*)?${wanting}(?: (?:mas|nada de|ya|otra|otro|ningun\w*|tanta|tanto|tantos|tantas|ni una?|que nos|traigan|manden|lleven))*`,
    raw`no a (?:la|el|las|los)`,
    raw`(?:ya )?no (?:es|son|sera|seran) (?:necesari\w+|falta|urgente\w*|prioridad)|(?:ya )?no (?:tenemos|hay|queda|tengo|tienen) (?:mas |ya )?(?:espacio|lugar|necesidad|cupo|donde (?:poner|guardar|meter|almacenar|acomodar))(?: para| de| por)?(?: mas)?|no (?:nos )?cab(?:e|en)(?: (?:mas|otra?|ni una?))*`,
    raw`(?:ya )?(?:tenemos|hay|tienen|tengo|llego|llegaron|recibimos|nos dieron|contamos con) (?:ya )?(?:suficientes?|bastantes?|demasiad[oa]s?|much[oa]s?|de sobra|muchisim[oa]s?|hart[oa]s?|exceso de|(?:un )?monton(?:es)? de|un chorro de|(?:muchas )?cantidad(?:es)? de|tant[oa]s?|toda la|todo el|todas las|todos los|de mas|mas(?= (?:\w+ ){1,5}(?:de l[oa]s? que|que)))`,
    raw`(?:por favor |porfavor )?(?:ya )?(?:dejen|deja|dejemos|paren|pare|parar|eviten|evite|evitar|favor de no|absten\w+|dejar|detengan|frenen|dejaron|dejamos|basta)(?: ya)?(?: (?:de|con|el|la|las|los))* ${giving}(?: mas)?`,
    raw`(?:ya )?(?:eviten?|evitar|paren|basta|alto|suspend\w+|rechaz\w+|detengan|frenen|se cancel\w+)(?: ya)?(?: (?:de|con|a|el|la|las|los))*(?: mas)?`,
    raw`(?:(?:ya )?(?:estamos|esta|estan|andamos|quedamos) )?(?:llen[oa]s?|saturad[oa]s?|replet[oa]s?|inundad[oa]s?|sobrad[oa]s?|surtid[oa]s?|cubiert[oa]s?|atascad[oa]s?|a reventar|ahogad[oa]s?|nadando|hasta (?:el tope|el techo|arriba|el copete|la coronilla|el cuello|las manitas)|al tope|a tope)(?: (?:ya )?(?:de|con|en))?(?: tant[oa]s?)?|(?:ya )?estamos (?:bien|complet[oa]s)(?: (?:de|con|en))?`,
    raw`(?:nos |me |les |le |esta |estan |ya )*sobr(?:an?|ando|aron|o)|suficientes?|bastantes?|demasiad[oa]s?|basta de|ya (?:tenemos|hay|tienen|tengo|no falta|no faltan)|nada de|de sobra|(?:un )?exceso de|exceso|cero|ya (?:estuvo|fue|es) (?:bueno|suficiente|bastante|mucha|mucho|demasiad[oa])?(?: ?(?:de|con))|ya (?:estuvo|fue|es) (?:bueno|suficiente|bastante|mucha|mucho)|ya juntamos|ya completamos|no se (?:les|le) ocurra (?:traer|mandar|llevar)|prohibid[oa]s?(?: (?:traer|llevar|mandar|la|el|las|los))*|innecesari[oa]s?|(?:en )?pausa(?: en| de)?|cancel\w+(?: lo)?(?: (?:de|la|el|las|los))*|no (?:mas|mandar|traer)|ni una? (?:sola )?(?:prenda|caja|bolsa|cosa) mas(?: de)?`,
    raw`lo (?:que menos|ultimo que) (?:nos )?(?:falta|necesitamos|ocupamos|queremos|hace falta|hacen falta)(?: (?:es|son))?(?: mas)?|lo que (?:no (?:nos )?(?:necesitamos|queremos|ocupamos|hace falta|falta|sirve)|(?:nos )?sobra) (?:es|son)`,
    raw`(?:siguen|sigue|la gente sigue|todos) (?:trayendo|mandando|llegando|dejando)|(?:la |lo |las |los )(?:tiran|tiramos|estan tirando|devuelven|rechazan)`,
  ],
  'refuse-item': [
    'no mas|ya no(?: mas)?|no (?:por favor|porfavor|gracias)|(?<=(?:mejor|prefer[a-z]+) (?:[a-z]+ ){1,4})que(?! (?:traigan|manden|nos|me|se|no|lleven|den|vengan))|por favor no|porfavor no|en (?:lugar|vez) de|nomas no|(?:sin|cero)(?= (?:[a-z0-9]+ ){1,4}(?:por favor|porfavor|x favor|gracias|please))',
    'no|ni|tampoco|nunca',
  ],
  'enough-of-it': [
    '(?:ya )?(?:esta|estan) (?:bien|cubiert[oa]s?|complet[oa]s?|list[oa]s?|llen[oa]s?|de mas|resuelt[oa]s?|cerrad[oa]s?|suspendid[oa]s?|pausad[oa]s?|al tope|a reventar)|(?:ya )?(?:no caben?|no urgen?|(?:que hay |que tenemos |con eso |ya )*(?:alcanzan?|bastan?)|ya esta(?:n)?|si (?:tenemos|hay|contamos)|complet[oa]s?|cubiert[oa]s?|surtid[oa]s?|recibid[oa]s?|puede esperar|pueden esperar|de mas|hay de sobra|se suspendi\\w+|a morir|para aventar)',
  ],
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
  'asked-for': [
    '(?:si (?:por favor|gracias|hace falta|hacen falta|se necesitan?|queremos|aceptamos|recibimos)|si|bienvenid\\w+|(?:nos )?urgen?|(?:nos )?faltan?|hacen? (?:mucha )?falta|se (?:necesitan?|ocupan?|buscan?|aceptan?|reciben?)|necesitamos|ocupamos|signyes)',
  ],
  need: [
    raw`(?:alguien|quien|alguna persona)(?: de aqui| que| mas)* (?:tiene|tendra|tenga|tuviera|cuenta con)|no (?:tendras?|tendran) `,
    raw`(?:se )?necesit\w*|ocup(?:o|a|amos|an)|pero|solo|solamente|unicamente|si|queremos|quiero|(?:se )?busc(?:o|a|amos|an)|(?:ando |andamos |estoy |estamos )?buscando|aceptamos|recibimos`,
    raw`traigan|traer|manden?|mandar|envien|enviar|lleven|urgen?|hacen? falta|(?:nos |me )?faltan?|requier\w*|pedimos|se solicitan?|en cambio`,
  ],
  hold: [
    'bendiciones(?: a todos)?|dios (?:los|les|se los) (?:bendiga|pague)|(?:los que |quienes )?(?:donaron|trajeron|mandaron|regalaron|dejaron|prestaron)',
    raw`(?:muchas |mil |muchisimas )?gracias(?: a (?:quien|quienes|los que|la gente que|todos los que) [a-z]+|(?: a (?:todos|dios|ustedes|quienes|los que))*(?: (?:por|que)))(?! (?:su ayuda con|ayudar))|(?:ayer|anoche|ya) (?:se )?(?:repartimos|entregamos|dimos|repartieron|entregaron|dieron|regalamos|servimos)|(?:ya )?nos (?:prestaron|regalaron|trajeron|llevaron)|(?:repartimos|entregamos|repartieron|entregaron|servimos)`,
    raw`(?:ya )?(?:nos |me )?(?:llego|llegaron|dieron|trajeron|encontramos|conseguimos)(?! (?:a|al|que|tarde)\b)`,
    raw`(?:tenemos|tienen|tengo|contamos con|cuento con|hay)(?! que\b)(?! ${trouble}\b)`,
  ],
};
