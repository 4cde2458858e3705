import { entriesOf } from './entry.ts';

const goods = entriesOf({
  nature: 'goods',
  theme: 'clothing',
  picture: 'clothes',
  freshness: 'day',
  lease: 'goods',
  asks: 'clothing-size',
});

/** Clothes and shoes. Sizes are facts about the person, not kinds: nobody keeps stock of "men's L". */
export const clothingKinds = [
  goods('clothing.any', {
    en: 'piece of clothing | clothes',
    es: 'prenda de ropa | ropa',
    enWords: `clothing, cloths, apparel, garments, outfits, used clothing, clothing items, clean clothes, dry clothes, change
      of clothes, shirts, t shirts, tshirts, pants, t shirt, dress, dresses, hoodies, sweaters, sweatshirts, pajamas,
      pjs, clothings, warm clothes, sweat pants, crew tees, used clothes, leggings, shorts, work outfit, work outfits,
      work clothes, interview clothes, interview outfit, scrubs, work uniform, dress clothes, suit, suits, work pants,
      garment, outfit, hoodie, sweater, sweatshirt, joggers, jeans, tee shirts, tees, shirt, blouses, skirts,
      uniforms, uniform, pajama, tracksuits, swimsuits, secondhand clothes, second hand clothes, clothing donations,
      clothes donations`,
    esWords: `prendas, ropa usada, vestimenta, camisas, camisetas, pantalones, playeras, vestidos, suéteres, pijamas,
      sudaderas, ropa limpia, ropa seca, ropa abrigada, muda de ropa, blusas, faldas, ropa de trabajo, ropa para
      entrevista, uniforme de trabajo, traje, ropa formal, ropa para trabajar, prenda, playera, camisa, camiseta,
      pantalón, vestido, suéter, pants, ropas, ropa de segunda, ropa vieja, pijama, falda, blusa, uniformes, jeans,
      trajes, sudadera`,
  }),
  goods('clothing.men', {
    en: "piece of men's clothing | men's clothes",
    es: 'prenda de hombre | ropa de hombre',
    enWords: `mens clothing, mens clothes, men's clothing, men clothes, men clothing, mens shirts, mens pants, male clothing,
      clothes for men, mens jeans, adult clothing, adult clothes, mens shorts, clothing for men, menswear, mens wear,
      mens sweatpants, mens t shirts`,
    esWords: `ropa para hombre, ropa de caballero, ropa para caballero, pantalones de hombre, ropa de adulto, camisas de
      hombre, ropa masculina, ropa de hombres, pantalones para hombre`,
  }),
  goods('clothing.women', {
    en: "piece of women's clothing | women's clothes",
    es: 'prenda de mujer | ropa de mujer',
    enWords: `womens clothing, womens clothes, women's clothing, women clothes, women clothing, ladies clothes, female
      clothing, clothes for women, plus size clothes, womens shirts, womens pants, maternity clothes, adult clothing,
      adult clothes, ladies clothing, clothing for women, womens wear, maternity wear, maternity clothing, plus size
      clothing, nursing clothes`,
    esWords: `ropa para mujer, ropa de dama, ropa para dama, ropa de maternidad, ropa de adulto, ropa de señora, ropa
      femenina, ropa de mujeres`,
  }),
  goods('clothing.children', {
    en: "piece of children's clothing | children's clothes",
    es: 'prenda de niño | ropa de niño',
    enWords: `kids clothes, kids clothing, childrens clothing, children's clothing, children clothes, childrens clothes,
      toddler clothes, boys clothes, girls clothes, clothes for kids, clothes for children, kid clothes, boy clothes,
      girl clothes, school uniform, school uniforms, school clothes, clothing for kids, boys clothing, girls clothing,
      teen clothes, teen clothing, kids outfits, kids pajamas, kids pants`,
    esWords: `ropa de niños, ropa para niños, ropa de niña, ropa para niña, ropa infantil, uniforme escolar, uniformes
      escolares, ropa para niño, ropa de niñas, ropita de niño, ropa de jóvenes`,
  }),
  goods('clothing.baby', {
    en: 'piece of baby clothing | baby clothes',
    es: 'prenda de bebé | ropa de bebé',
    enWords: `baby clothing, infant clothes, onesies, newborn clothes, clothes for baby, infant clothing, onesie, sleepers,
      baby outfits, newborn outfits, newborn clothing, baby onesies, baby pajamas, bodysuits`,
    esWords: `ropa para bebé, ropita de bebé, mamelucos, bodies de bebé, ropita, pañaleros, ropa de recién nacido, trajecitos`,
    picture: 'baby',
  }),
  goods('clothing.underwear', {
    en: 'underwear | underwear',
    es: 'ropa interior | ropa interior',
    enWords: `undergarments, undies, boxers, panties, bras, bra, briefs, underware, underclothes, mens underwear, womens
      underwear, childrens underwear, kids underwear, new underwear, under garments, sports bras, undershirts, panty,
      boxer briefs, boxer, undershirt, ladies underwear, underpants, kids undies, mens briefs`,
    esWords: `calzones, calzoncillos, bóxers, brasieres, bragas, sostenes, ropa íntima, trusas, pantaletas, calzón, bóxer,
      brasier, brasiere, bras, ropa interior nueva, chones, corpiños, pantaleta`,
  }),
  goods('clothing.socks', {
    en: 'pair of socks | pairs of socks',
    es: 'par de calcetines | pares de calcetines',
    enWords: `socks, sock, wool socks, warm socks, sox, new socks, kids socks, tights, baby socks, pairs of socks, thermal
      socks, ankle socks, crew socks, compression socks`,
    esWords: 'calcetines, calcetas, medias, calcetín, calcetines gruesos, medias gruesas, soquetes',
    units: 'pair dozen',
  }),
  goods('clothing.coat-adult', {
    en: 'adult coat | adult coats',
    es: 'abrigo de adulto | abrigos de adulto',
    enWords: `coat, coats, winter coat, winter coats, jacket, jackets, winter jacket, parka, warm coat, mens coat, womens
      coat, warm jacket, mens jacket, womens jacket, winter clothes, rain jacket, rain jackets, raincoat, rain coat,
      poncho, ponchos, rain gear, umbrella, umbrellas, raincoats, windbreaker, windbreakers, parkas, fleece jacket,
      overcoat, puffer jacket, rainwear, outerwear, raingear, mens coats, womens coats, winter wear`,
    esWords: `abrigo, abrigos, chamarra, chamarras, chaqueta, chaquetas, campera, abrigo de invierno, ropa de invierno, saco,
      impermeable, impermeables, capa de lluvia, paraguas, chaqueta impermeable, chamarra de adulto, chompa, chompas,
      abrigo grueso, chaleco abrigado, ponchos, rompevientos, sombrilla`,
  }),
  goods('clothing.coat-child', {
    en: "child's coat | children's coats",
    es: 'abrigo de niño | abrigos de niño',
    enWords: `kids coat, kids coats, childs coat, children coats, childrens coats, kids jacket, kids winter coat, boys coat,
      girls coat, snow suit, snowsuit, coat for child, kids jackets, coats for kids, coat for my son, coat for my
      daughter, coat for kid, child coat, winter coats for kids, winter coats for children, winter jackets for kids,
      kids winter coats, boys jacket, girls jacket, toddler coat, toddler coats, childrens jackets, childs jacket,
      kids winter jackets, baby coat, snow suits`,
    esWords: `chamarra de niño, abrigo para niño, abrigo de niña, chaqueta de niño, chamarra para niño, abrigos para niños,
      chamarra de niña, abriguito, chaqueta para niño, chamarritas`,
  }),
  goods('clothing.shoes-adult', {
    en: 'pair of adult shoes | pairs of adult shoes',
    es: 'par de zapatos de adulto | pares de zapatos de adulto',
    enWords: `shoes, shoe, sneakers, tennis shoes, boots, mens shoes, womens shoes, sandals, flip flops, flipflops, winter
      boots, slippers, running shoes, shoes size, footwear, rain boots, shower shoes, mens boots, pair of work boots,
      pairs of work boots, work boots, steel toe boots, steel toes, non slip shoes, slip resistant shoes, muck boots,
      rubber boots, sneaker, boot, sandal, crocs, house shoes, womens boots, work shoes, walking shoes, athletic
      shoes, snow boots, pair of shoes, pairs of shoes, shoe donations`,
    esWords: `zapatos, zapato, tenis, botas, zapatillas, sandalias, calzado, chanclas, zapatos de mujer, zapatos de hombre,
      par de botas de trabajo, pares de botas de trabajo, botas de trabajo, botas con casquillo, zapatos
      antiderrapantes, botas de hule, botines, chancletas, pares de zapatos, huaraches, tennis`,
    units: 'pair',
    asks: 'shoe-size',
  }),
  goods('clothing.shoes-child', {
    en: "pair of children's shoes | pairs of children's shoes",
    es: 'par de zapatos de niño | pares de zapatos de niño',
    enWords: `kids shoes, childrens shoes, children shoes, school shoes, toddler shoes, baby shoes, kids sneakers, boys shoes,
      girls shoes, shoes for kids, kids boots, kid shoes, shoes for my son, shoes for children, boys boots, girls
      boots, kids sandals, kids rain boots, toddler boots, boys sneakers, girls sneakers, baby booties`,
    esWords: `zapatos para niño, zapatos para niños, tenis de niño, zapatos escolares, zapatos de niña, zapatos de bebé, tenis
      para niño, tenis de niña, botas de niño, zapatitos`,
    units: 'pair',
    asks: 'shoe-size',
  }),
  goods('clothing.winter-set', {
    en: 'hat and gloves | hats and gloves',
    es: 'gorro y guantes | gorros y guantes',
    enWords: `gloves, hats, hat, mittens, scarf, scarves, beanie, beanies, hand warmers, winter hats, long johns, thermals,
      snow pants, ski gloves, ear muffs, thermal underwear, winter gear, warm hat, cold weather gear, glove, mitten,
      knit hats`,
    esWords: `guantes, gorros, gorro, bufanda, bufandas, calentadores de manos, ropa térmica, guante, gorra, gorras, orejeras,
      mitones, guantes de invierno`,
  }),
];
