// Invented messages from which the small model is counted when the program starts. Whoever finds a turn of speech that is taken
// wrongly adds lines like it here; the model then has seen it. None of the judged messages stands here.

/** Messages of people who ask. */
export const askLines = `
we need food for tonight
I need a ride to the doctor tomorrow
does anyone have a spare blanket
can somebody pick up my prescription
looking for a used stroller
is anyone able to fix a leaking roof
we have no heat and the baby is cold
could someone watch my dog this weekend
my neighbor needs help with her yard
anybody have size 3 diapers
please help we lost our house in the fire
I am out of gas and stuck on route 4
who can help move a couch on Saturday
we are short two people for the morning shift
can I borrow a ladder from anyone
where can I find free clothes for my kids
ISO twin bed frame
my washer died, does anybody know someone who repairs them cheap
need a babysitter for Friday night
we could use more volunteers in the kitchen
our well went dry and we need water
any chance somebody could drive my mom to church
in need of a wheelchair ramp
running low on formula
can someone check if my grandmother is ok
we cannot pay the rent this month
if anyone has extra canned food we would be thankful
looking for a room to rent for one month
anyone going to town today who could bring milk
would somebody be able to cut a fallen tree
the shelter is asking for towels
I have no way to get to work
help wanted to unload the truck
please send a boat, water is in the house
my son needs shoes size 5
hoping somebody has a crib to lend
does anyone know of a cheap mechanic, my car broke down
yes please I could use two
I would like one if there is still some
me and my kids need a place to stay
necesito comida para mis hijos
alguien me puede llevar al doctor
busco una cuna usada
no tengo cómo ir a trabajar
quién me presta una escalera
nos hace falta agua en la casa
se nos acabó la leche
alguien que cuide a mi mamá el viernes
necesitamos voluntarios para mañana
me urge un lugar para dormir
alguien sabe dónde dan despensas
no puedo pagar la luz este mes
mi vecina necesita pañales
alguien tiene ropa de bebé que ya no use
ayuda por favor se nos metió el agua
quién puede arreglar una lavadora
estamos buscando una silla de ruedas
alguien que hable inglés para ayudarme con una carta
me pueden regalar unas cobijas
se solicitan manos para descargar el camión
`;

/** Messages of people who offer. */
export const offerLines = `
I can bring soup tonight
we have extra blankets if anyone needs them
free couch, come and get it
I can drive on Tuesday
anyone need a ride to church
giving away kids clothes size 4
happy to help with yard work
I have a truck and can haul things
our church is serving dinner at 6, everybody welcome
if you need groceries let me know
who wants eggs, our hens are laying
I will take the evening shift
count on me for Saturday
we can host a family for a week
my husband can look at your furnace
leftover lumber in our barn, help yourself
I have a spare room you can use
take it, we do not use it anymore
I am free all day tomorrow, tell me where to go
can do, be there at nine
offering free tutoring after school
dropping off diapers at the hall this afternoon
I got you, on my way with jumper cables
two bags of rice here for whoever needs it
let me know if you want the crib, it is yours
we will cook for the crew
I speak Spanish and can come along to translate
my daughter babysits and would do it for free
the library has heat and coffee until 9
I could lend you mine
we are handing out water at the station
happy to pick that up for you
sure, I can stop by after work
I have one, will leave it on the porch
puedo llevar a quien necesite el sábado
tengo ropa de bebé para regalar
ofrezco mi casa para una familia
yo te ayudo con la mudanza
quién quiere naranjas, tenemos muchas
regalo un sillón en buen estado
si alguien necesita un aventón me avisa
yo puedo cuidar a los niños
con gusto te presto la mía
estamos repartiendo comida en la iglesia
cuenten conmigo para el domingo
tengo una camioneta, los ayudo a cargar
doy clases de español gratis
yo paso por ella a las cinco
me sobra comida, pasen por ella
tengo un cuarto disponible
`;

/** Talk, thanks, news, plans, and what is solved. */
export const neitherLines = `
thank you everybody
see you on Sunday
good night
happy birthday Carl
the meeting was moved to Thursday
what time does it start
we got it, thanks
found a ride already
no longer needed
the couch is gone
it is taken sorry
great job yesterday team
the road is closed until noon
lights are back on
does anyone know if school is open
is the store open today
who is bringing the keys
I agree with Rosa
that was so funny
our team won last night
praying for your family
snow is coming on Friday
I need to think about it
we need to decide by Monday
remember to vote
the pantry is open 9 to 12
he said the same thing
I will be late
I can not make it tonight
how is your mother doing
she is home from the hospital now
what a beautiful day
the picture is from last summer
meeting minutes are on the wall
no problem
you are welcome
ok sounds good
the water in the river is high
they fixed the bridge
my cat did that too
I saw it on the news
update she is safe
ours came yesterday
it was on channel 5
the deer ate everything in my garden
gracias a todos
nos vemos el domingo
feliz cumpleaños
buenas noches
ya conseguí, gracias
ya no hace falta
la junta es a las siete
a qué hora abren
mañana llueve
qué bueno que están bien
el camino está cerrado
ya llegó mi mamá
quién trae las llaves
se vendió ayer
ya está apartado
hoy no hay misa
así es vecina
ayer ganamos
jaja qué risa
bonita foto
`;
