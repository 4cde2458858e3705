// How people shorten words on a phone, and how they spell the little ones: `meant: as written, as written`.
const table = `
please: pls plz plse plis pleas plees pleese; have: hv hav haz; are: r; with: w wth; without: wxo; people: ppl ppls;
someone: sum1 some1 sumone; anyone: any1; nobody: no1; everyone: every1; dont: dnt dun donot; cant: cnt; need: nd ned neeed neeeed nead;
needs: nds neds neads; really: rly; tomorrow: tmrw tmw tmr tmrrw; night: nite; thanks: thx thnx thnks tnx ty; enough: enuf enuff enought;
plenty: plentty plentey; anymore: anymor; receive: recieve; receiving: recieving; received: recieved;
accepting: acepting acceptting; donations: donatons; food: fud; water: wata watr wtr watter; agua: agu;
blankets: blnkts blankts blanktes; clothing: clothin; clothes: clths; diapers: diaps; help: hlp; baby: bby babby; hospital: hosp;
appointment: appt appts; especially: esp; extra: xtra; volunteers: vols volunters voluteers volenteers; toys: toyz; kids: kidz;
shoes: shooes; toilet: tolet tolit; paper: papper; towels: towls towells; soap: sope; medicine: medicin medecine; formula: formla;
que: k q ke; porque: xq pq; tambien: tmb tb tambn; necesito: nesesito nececito nesecito necsito;
necesitamos: nesesitamos nececitamos nesecitamos necsitamos; necesita: nesesita nececita nesecita;
necesitan: nesesitan nececitan nesecitan; hay: ay; porfavor: porfa xfa xfavor; favor: fabor; cobijas: covijas cobigas cobjas;
zapatos: sapatos; sabanas: savanas; leche: leshe; arroz: aroz; frijoles: frigoles; medicina: medisina; medicinas: medisinas;
traigan: traygan trigan; llego: yego; llegaron: yegaron; llena: yena; lleno: yeno; lleven: yeven; aceptan: aseptan; aceptamos: aseptamos;
reciben: resiben reciven; recibimos: resibimos recivimos; ya: lla`;

const meant: ReadonlyMap<string, string> = new Map(
  table.split(';').flatMap((row) => {
    const [word = '', written = ''] = row.split(':').map((part) => part.trim());
    return written.split(/\s+/).map((short) => [short, word] as const);
  }),
);

/** The word that is meant by a short or misspelled one; the word itself where it is neither. */
export function spelledOut(plain: string): string {
  return meant.get(plain) ?? plain;
}
