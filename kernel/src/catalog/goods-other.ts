import { entriesOf } from './entry.ts';

const goods = entriesOf({ nature: 'goods', theme: 'other', picture: 'school', freshness: 'week', lease: 'goods' });
const animals = entriesOf({ nature: 'goods', theme: 'animals', picture: 'pet', freshness: 'day', lease: 'goods' });

/** School things, phones and computers, toys, bicycles, animals, gardens. */
export const otherGoodsKinds = [
  goods('school-supplies', {
    en: 'school supplies kit or backpack | school supplies and backpacks',
    es: 'útiles o mochila escolar | útiles y mochilas escolares',
    enWords: `school supplies kit, school supplies kits, school supplies, school stuff, notebooks, pencils, pens, crayons,
      markers, calculator, school kit, back to school supplies, binders, art supplies, school things, glue sticks,
      folders, scissors, school backpack, school backpacks, backpack, backpacks, book bag, bookbag, school bag, book
      bags, bookbags, back pack, back packs, ruler, rulers, erasers, composition books, highlighters, construction
      paper, note books, pencil cases, pencil case`,
    esWords: `juego de útiles escolares, juegos de útiles escolares, útiles escolares, útiles, cuadernos, lápices, crayones,
      material escolar, calculadora, cosas para la escuela, plumones, libretas, mochila escolar, mochilas escolares,
      mochila, mochilas, morral, mochila para la escuela, cuaderno, lápiz, plumas, colores, pegamento, tijeras,
      borradores, cosas escolares, carpetas, libreta, marcadores, sacapuntas, lapiceros`,
  }),
  goods('toys-and-books', {
    en: 'toy or book | toys and books',
    es: 'juguete o libro | juguetes y libros',
    enWords: `toy, toys, christmas gifts, kids toys, presents, christmas presents, gifts for kids, stuffed animals, toys for
      kids, christmas toys, birthday gift, christmas gift, book, books, childrens books, kids books, coloring books,
      textbooks, reading books, puzzles, games, board games, stuffed animal, stuffies, teddy bears, teddy bear,
      plushies, plush toys, legos, dolls, barbies, action figures, playing cards, board game, puzzle, coloring book,
      activity books, magazines, soccer balls, kids games, xmas gifts, holiday gifts, bibles, reading material`,
    esWords: `juguete, juguetes, regalos de navidad, regalos, regalos para niños, juguetes para niños, peluches, regalo de
      cumpleaños, libro, libros, cuentos, libros para niños, libros de colorear, libros de texto, rompecabezas, juegos
      de mesa, muñecas, muñeca, muñecos, pelotas, balones, revistas, osos de peluche, carritos, juguetitos, biblias,
      juego de mesa, libros infantiles`,
  }),
  goods('computer', {
    en: 'computer or tablet | computers or tablets',
    es: 'computadora o tableta | computadoras o tabletas',
    enWords: `laptop, laptops, computer, computers, tablet, tablets, chromebook, ipad, printer, monitor, labtop, chromebooks,
      lap top, chrome book, desktop computer, ipads, printers`,
    esWords: `computadora, laptop, tableta, computadoras, portátil, tablet, ordenador, impresora, compu, computadora portátil,
      laptops, tablets`,
    theme: 'household',
    picture: 'computer',
    lease: 'unhurried',
  }),
  goods('phone', {
    en: 'cell phone or hotspot | cell phones and hotspots',
    es: 'celular o punto wifi | celulares y puntos wifi',
    enWords: `cell phone, cell phones, phone, phones, cellphone, smartphone, prepaid phone, sim card, phone minutes, mobile
      phone, flip phone, burner phone, sim cards, internet hotspot, internet hotspots, hotspot, wifi hotspot, hot
      spot, mifi, starlink, router, modem, wifi, smart phone, smartphones, telephone, mobile phones, phone
      card, phone cards, calling cards, prepaid phones`,
    esWords: `teléfono celular, teléfonos celulares, celular, celulares, teléfono, móvil, tarjeta sim, teléfono móvil, minutos
      de teléfono, chip de celular, punto wifi, puntos wifi, hotspot, internet móvil, módem, router, wifi portátil,
      internet portátil, tarjeta telefónica, recarga de celular`,
    theme: 'household',
    picture: 'computer',
  }),
  goods('bicycle', {
    en: 'bicycle | bicycles',
    es: 'bicicleta | bicicletas',
    enWords: `bike, bikes, kids bike, bike helmet, helmet, bike lock, e bike, bicycles, kids bikes, bicycle helmet, tricycle`,
    esWords: 'bici, bicis, bicicleta de niño, casco de bicicleta, bicicleta para niño, triciclo',
    theme: 'ride',
    picture: 'ride',
    lease: 'unhurried',
  }),
  animals('pet.food-dog', {
    en: 'bag of dog food | bags of dog food',
    es: 'bolsa de comida para perro | bolsas de comida para perro',
    enWords: `dog food, dogfood, puppy food, dog kibble, dog treats, kibble, food for my dog, food for dog, dog foods, dry dog
      food, wet dog food, canned dog food, dog chow, food for dogs, puppy chow`,
    esWords: `comida para perro, comida de perro, croquetas, croquetas para perro, alimento para perro, comida para perros,
      comida para mi perro, comida para mis perros, croquetas de perro, comida para perritos, comida de perros,
      alimento para perros`,
    unit: 'gram',
    units: 'bag:20*pound pound kilogram',
  }),
  animals('pet.food-cat', {
    en: 'bag of cat food | bags of cat food',
    es: 'bolsa de comida para gato | bolsas de comida para gato',
    enWords: `cat food, catfood, kitten food, canned cat food, food for my cat, cat treats, food for cat, food for cats, dry
      cat food, wet cat food, cat chow, cat kibble`,
    esWords: `comida para gato, comida de gato, alimento para gato, croquetas para gato, comida para gatos, comida para mi
      gato, comida para mis gatos, croquetas de gato, alimento para gatos, comida de gatos`,
    unit: 'gram',
    units: 'bag:10*pound pound kilogram',
  }),
  animals('pet.supplies', {
    en: 'pet supplies | pet supplies',
    es: 'cosas para mascotas | cosas para mascotas',
    enWords: `pet food, pet supply, cat litter, kitty litter, leashes, leash, pet crate, dog crate, pet kennel, pet kennels,
      pet carrier, litter box, litter boxes, collars, cat supplies, dog supplies, animal feed, horse feed, puppy pads,
      pet crates, flea medicine, pet items, dog bed, livestock feed, kennels, food for pets, animal food, pet stuff,
      crates, dog crates, cat carrier, cat carriers, pet carriers, kennel, dog kennel, dog leash, dog leashes, dog
      collar, dog collars, pet beds, dog beds, pet bowls, dog bowls, poop bags, chicken feed, hay bales, hay for
      horses, cattle feed, bird seed, rabbit food, pet cages, flea treatment, food for animals, litter`,
    esWords: `comida para mascotas, arena para gato, correa, jaula, jaula para mascota, transportadora, artículos para
      mascotas, comida de mascotas, alimento para animales, arena de gato, correas, jaulas, correas para perro, comida
      para animales, collares, cama para perro, alimento para mascotas, alpiste, pacas de heno, cosas para perros,
      platos para perro`,
  }),
];
