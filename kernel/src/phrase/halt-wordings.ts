function wordings(block: string): readonly string[] {
  return block
    .split('|')
    .map((one) => one.trim().replace(/\s+/g, ' '))
    .filter((one) => one !== '');
}

/** Every turn of phrase for "no more clothes" that came to mind. Each has to be heard, or a person asked. */
export const haltWordings = wordings(`
no more clothes | no clothes | no clothes!! | please do not bring clothes | pls dont bring clothes | don't bring us
clothes | do NOT send clothes | we don't need clothes | we do not need any additional clothes | clothes not needed |
clothes are not needed at this time | clothes no longer needed | no longer need clothes | not in need of clothes | we
can't use clothes | can't use any more clothes | cannot accept clothes | unable to take clothes | we can not take in
more clothes | we won't be accepting clothes | clothes will not be accepted | clothes aren't being accepted | not
accepting clothes | clothes will be turned away | please refrain from donating clothes | please stop sending clothes |
stop the clothes | stop w/ the clothes | enough clothes | enough with the clothes | we have enough clothes | we've
enough clothes | plenty of clothes | clothes - plenty | clothes: plenty | we have tons of clothes | too many clothes |
way too many clothes | so many clothes we can't store them | overstocked on clothes | over stocked w clothes |
over-stocked clothes | overflowing with clothes | swamped with clothes | we're up to our ears in clothes | clothes are
piling up | clothes up to the ceiling | full of clothes | we are full on clothes | full up on clothes | good on
clothes | we're good on clothes | we r good on clothes | we're good with clothes | we are good for clothes | all set
on clothes | we're set with clothes | covered for clothes | clothes are covered | clothes covered | clothes are taken
care of | clothes situation is handled | well stocked with clothes | fully stocked on clothes | stocked up on clothes
| surplus of clothes | we have a surplus of clothes | surplus clothes | excess clothes | an excess of clothes | hold
off on clothes | please hold off on bringing clothes | hold clothes for now | clothes on hold | clothes donations
paused | pausing clothes | pausing clothing donations | skip clothes | skip the clothes | pass on clothes | we'll pass
on clothes | no need for clothes | there's no need for clothes | no room for clothes | no more room for clothes |
nowhere to put clothes | clothes we don't need | clothes? no thanks | no thanks on clothes | clothes, no thank you |
everything but clothes | everything except clothes | anything other than clothes | all but clothes | all donations
welcome except clothes | everything minus clothes | not clothes | but not clothes | just not clothes | no clothes
until further notice | clothes - not until further notice | NO CLOTHES | NO MORE CLOTHES PLEASE | clothes NO | clothes
n/a | clothes 0 | clothes: zero | clothes none needed | clothes (none needed) | zero clothes needed | 0 clothes | we
have no use for clothes | clothes are useless to us | clothes ❌ | ❌ clothes | 🚫clothes | clothes 👎 | enough clothes
already | already have clothes | we already have lots of clothes | got clothes already | got enough clothes | clothes
good | clothes: good | clothes - full | clothes full | clothes bin is full | the clothes closet is full | can't fit
more clothes | cant take anymore clothes | cant handle more clothes | do without clothes | could do without clothes |
last thing we need is clothes | clothes are the last thing we need | quit bringing clothes | we've stopped accepting
clothes | clothes closed | clothes intake closed | clothes intake is closed | closed for clothes | not taking clothes
| aren't taking clothes | ain't taking clothes | no one needs clothes | nobody needs clothes | nobody wants clothes |
clothes aren't wanted | clothes unwanted | unwanted: clothes | not wanted: clothes | Do not bring: clothes | DON'T
BRING: clothes | not needed: clothes | NOT needed - clothes | No: clothes | avoid clothes | avoid bringing clothes |
leave the clothes at home | keep your clothes | clothes will be thrown away | we threw away clothes | clothes go to
the dump | clothes can wait | clothes aren't a priority | low priority: clothes | clothes low priority | instead of
clothes, bring soap | soap rather than clothes | soap not clothes | soap, not clothes | soap instead of clothes | less
clothes more soap | fewer clothes please | please limit clothes | no additional clothes | no further clothes | not any
more clothes | never any more clothes | not one more bag of clothes | we refuse clothes | refusing clothes | declining
clothes | we must decline clothes | clothes declined | clothes are being refused | rejecting clothes | clothes
rejected | saturated with clothes | we've had enough clothes | clothes overload | clothing overload | clothes glut |
flooded with clothes | clothes we have in abundance | clothes in abundance | abundance of clothes | clothes aplenty |
clothes galore | more clothes than we know what to do with | more clothes than we need | more clothes than we can use
| no clothing donations | no donations of clothes | donations of clothes are not accepted | thank you but no clothes |
thanks, no clothes | clothes have been met | need for clothes has been met | clothes need met | clothes request filled
| clothes request closed | request for clothes fulfilled | cancel the clothes | cancel clothes request | scratch
clothes | disregard request for clothes | ignore the ask for clothes | clothes no mas | clothes: OK | clothes OK for
now | ok on clothes | fine on clothes | doing fine on clothes | doing ok with clothes | no shortage of clothes | not
short on clothes | dont need no clothes | we dnt need clothes | dont nead clothes | do not neeed clothes | no clothes
plz | clothes not necessary | clothes unnecessary | unnecessary clothes | no clothes required | clothes not required |
clothes not accepted | clothes not allowed | clothes prohibited | clothes are not permitted | ban on clothes | clothes
banned | clothes off the list | clothes are off the list | take clothes off the list | remove clothes from the list |
clothes, enough | clothes enough | no clothes or toys | no clothes nor toys | neither clothes nor toys
| no ropa | NO ROPA | no más ropa | ya no ropa | ropa no | ropa ya no | ropa: no | ya no traigan ropa | no traigan ropa
| que no traigan ropa | por favor no traigan ropa | no manden ropa | ya no manden ropa | no mandar ropa | favor de no
traer ropa | favor de no llevar ropa | no lleven ropa | no donen ropa | no se necesita ropa | ya no se necesita ropa |
no necesitamos ropa | no ocupamos ropa | ya no ocupamos ropa | no hace falta ropa | ropa no hace falta | no hace falta
la ropa | no es necesaria la ropa | no se acepta ropa | no aceptamos ropa | no se recibe ropa | no recibimos ropa | ya
no recibimos ropa | no estamos recibiendo ropa | ya no estamos aceptando ropa | dejen de traer ropa | dejen de mandar
ropa | paren de traer ropa | paren con la ropa | basta de ropa | ya basta con la ropa | eviten traer ropa | evitar
ropa | sobra ropa | sobra la ropa | nos sobra ropa | ropa sobra | ropa hay de sobra | hay ropa de sobra | tenemos ropa
de sobra | hay mucha ropa | ya hay mucha ropa | ya hay ropa | ya tenemos ropa | ropa ya tenemos | ropa ya hay |
tenemos suficiente ropa | suficiente ropa | hay suficiente ropa | bastante ropa | tenemos bastante ropa | demasiada
ropa | exceso de ropa | estamos llenos de ropa | de ropa estamos llenos | de ropa estamos bien | estamos bien de ropa
| estamos saturados de ropa | saturados de ropa | ropa cubierta | ropa ya está cubierta | lo de la ropa ya está
cubierto | lo de ropa ya está | ropa: completo | no cabe más ropa | ya no cabe ropa | ya no cabe la ropa | no hay
lugar para ropa | no hay espacio para más ropa | no tenemos dónde guardar ropa | no tenemos donde poner ropa | todo
menos ropa | todo excepto ropa | menos ropa | excepto ropa | de todo menos ropa | lo que sea menos ropa | cualquier
cosa menos ropa | nada de ropa | cero ropa | sin ropa por favor | ropa no por favor | ropa no gracias | no queremos
ropa | nadie quiere ropa | la ropa ya no se ocupa | ropa no se necesita | la ropa no se necesita | la ropa no hace
falta | ropa no es necesaria | ropa no es prioridad | la ropa puede esperar | en vez de ropa traigan jabón | en lugar
de ropa, jabón | jabón y no ropa | jabón, no ropa | mejor jabón que ropa | más jabón y menos ropa | no nos manden ropa
| ya no nos traigan ropa | no nos hace falta ropa | hasta nuevo aviso no ropa | no ropa hasta nuevo aviso | suspendida
la ropa | se suspende la recepción de ropa | suspendemos la entrega de ropa | ya recibimos mucha ropa | ya llegó
suficiente ropa | ya juntamos ropa | nos llegó demasiada ropa | lo último que necesitamos es ropa | lo que menos hace
falta es ropa | ropa sí tenemos | ya estuvo de ropa | ya fue mucha ropa | absténganse de traer ropa | no vayan a traer
ropa | no hay que traer ropa | no es necesario traer ropa | ya no es necesario llevar ropa | no hace falta que traigan
ropa | no se les ocurra traer ropa | no acepten ropa | rechazamos ropa | se rechaza ropa | ropa rechazada | ropa usada
no | nada usado ni ropa | ni ropa ni zapatos | tampoco ropa | ropa tampoco | la ropa la estamos tirando | ya no quepa
ropa | estamos hasta el tope de ropa | hasta el tope de ropa | hasta arriba de ropa | repletos de ropa | la bodega de
ropa está llena | la ropa está de más | ropa de más | no mandes ropa | no manden nada de ropa | no traer ropa |
prohibido traer ropa | prohibida la ropa | no se permite ropa | ropa innecesaria | pausa en ropa | en pausa: ropa |
detengan la ropa | alto a la ropa | cancelen la ropa | cancelado lo de la ropa | ya no pidan ropa | no pidan ropa |
ropa ❌ | 🚫 ropa | no + ropa | ya no + ropa | no mas ropa xfa | ya no aseptamos ropa | ya no resibimos ropa | no
traygan ropa | nesesitamos agua no ropa | ropa no nesesitamos
`);

/** And for asking for them: none of these may turn anything down. */
export const askWordings = wordings(`
we need clothes | clothes needed | clothes are needed | still taking clothes | still need clothes | clothes welcome |
clothes are welcome | please bring clothes | pls send clothes | out of clothes | we're out of clothes | ran out of
clothes | running low on clothes | low on clothes | short on clothes | short of clothes | not enough clothes | never
enough clothes | can't get enough clothes | we don't have clothes | we don't have any clothes | dont have enough
clothes | kids have no clothes | we have no clothes | has no clothes | lost all our clothes | no one brought clothes |
we never got clothes | haven't received clothes | did not get any clothes | can you bring clothes? | do you have
clothes | does anyone have clothes | any clothes? | anyone giving away clothes | could use clothes | we could really
use clothes | would love clothes | clothes please | clothes pls | clothes!! | clothes asap | urgent clothes | in need
of clothes | in desperate need of clothes | looking for clothes | requesting clothes | only clothes | only need
clothes | just clothes | clothes only | clothes would help | clothes are a must | accepting clothes | taking clothes |
collecting clothes | clothes yes | yes to clothes | clothes accepted | no toys, yes clothes | no toys but clothes | no
toys but we need clothes | don't bring toys, bring clothes | don't need toys. need clothes | toys no clothes yes |
full on toys, need clothes | enough toys, short on clothes | we have plenty of toys but no clothes | instead of toys
bring clothes | not just toys but clothes too | my house burned i have no clothes | the baby needs clothes | need
clothes not toys | clothes and more clothes | more clothes | send more clothes | we need more clothes | clothes needed
no toys | people keep asking for clothes | top need: clothes | #1 need is clothes | wish list: clothes | necesitamos
ropa | se necesita ropa | hace falta ropa | falta ropa | nos falta ropa | ocupamos ropa | urge ropa | traigan ropa |
manden ropa por favor | ropa por favor | ropa sí | sí ropa | no hay ropa | no tenemos ropa | sin ropa | nos quedamos
sin ropa | se acabó la ropa | no alcanzó la ropa | busco ropa | alguien tiene ropa | aceptamos ropa | se recibe ropa |
solo ropa | nada más ropa | aún necesitamos ropa | todavía falta ropa | no nos ha llegado ropa | no hemos recibido
ropa | juguetes no, ropa sí | no traigan juguetes, traigan ropa | ya no juguetes, falta ropa | en vez de juguetes
traigan ropa | más ropa | manden más ropa | no tenemos suficiente ropa | no hay suficiente ropa | perdimos toda la
ropa | ropa y comida
`);
