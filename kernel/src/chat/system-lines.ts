/**
 * What stands in an export in place of a picture, a voice note or a file, in the languages whose exports we have seen. The
 * iPhone writes "image omitted", Android "<Media omitted>", and an export with files the name of the file.
 */
const media =
  /^<?(?:media|image|video|audio|sticker|gif|document|contact card|file|photo|video note|voice message|multimedia|imagen|foto|vídeo|video|audio|documento|archivo|multimedia|mídia|arquivo|figurinha|médias?|fichier|bild|datei|medien|media|immagine|file)\s+(?:omitted|omitid[oa]s?|ocult[oa]s?|omis(?:e|es)?|weggelassen|ausgeschlossen|omess[oa]|excluid[oa])>?$|^<(?:attached|adjunto|anexado|pièce jointe|angehängt|anhang|allegato)\s?:[^>]*>$|^[^\n/]{1,120}\.[a-z0-9]{2,5} \((?:file attached|archivo adjunto|arquivo anexado|fichier joint|datei angehängt|file allegato)\)$|^[^\n/]{0,80}\.(?:vcf|pdf|docx?) (?:\d+ pages?|\d+ páginas?)$/i;

/** Words of the program itself, behind a date and with nobody's name, or under the name of the group. */
const system =
  /end-to-end encrypted|cifrados? de extremo a extremo|criptografia de ponta a ponta|chiffrés? de bout en bout|Ende-zu-Ende|security code|código de seguridad|created (?:this )?group|creó (?:el|este) grupo|changed (?:the |this )?(?:subject|group|description|icon|phone number|settings)|cambió (?:el|la|los|su) (?:asunto|nombre|ícono|icono|descripción|ajustes|número|foto)|joined using|se unió (?:con|mediante|usando)|(?:^|\s)(?:left|salió|salió del grupo)$|\badded\b.{0,80}$|\bañadi(?:ó|ste)\b|\bagreg(?:ó|aste)\b|\bremoved\b.{0,80}$|\beliminó a\b|now an admin|ahora (?:eres|es) admin|disappearing messages|mensajes temporales|pinned a message|fijó un mensaje|(?:missed )?(?:voice|video) call|(?:llamada|videollamada)(?: de voz| perdida)?/i;

const deleted =
  /^(?:this message was deleted|you deleted this message|this message was deleted by admin.*|se eliminó este mensaje|eliminaste este mensaje|este mensaje fue eliminado|mensagem apagada|diese nachricht wurde gelöscht|ce message a été supprimé)\.?$/i;

const edited = /^<(?:this message was edited|se editó este mensaje|mensagem editada|message modifié)>$/i;

/** True for a text that stands in place of something that is no text. */
export function isMediaMark(text: string): boolean {
  return text.length < 200 && media.test(text.trim());
}

/** True for what the program says, not a person. Asked only of lines without a name or with the program's own mark. */
export function isSystemText(text: string): boolean {
  return text.length < 400 && system.test(text);
}

/** True where a message was, and was taken back. */
export function isDeleted(text: string): boolean {
  return text.length < 120 && deleted.test(text.trim());
}

/** The words without the program's note that they were changed. */
export function withoutEditMark(text: string): string {
  // By hand from its end: a pattern that may begin at any space tries each of a million in turn.
  const trimmed = text.trimEnd();
  const begins = trimmed.lastIndexOf('<');
  return begins !== -1 && edited.test(trimmed.slice(begins)) ? trimmed.slice(0, begins).trimEnd() : text;
}
