import { entriesOf } from './entry.ts';

const goods = entriesOf({
  nature: 'goods',
  theme: 'food',
  picture: 'food',
  freshness: 'day',
  lease: 'goods',
  lots: true,
});

/** Food, drink and water: boxes and meals by the piece, loose food by weight, drink by volume. */
export const foodKinds = [
  goods('food.box', {
    en: 'food box | food boxes',
    es: 'caja de comida | cajas de comida',
    enWords: `food, foods, groceries, grocery, food parcel, food package, food bag, grocery box, pantry box, pantry bag, food
      supplies, food donation, something to eat, anything to eat, nothing to eat, not eaten, eaten nothing, starving, people are hungry, kids are hungry, children are hungry, we are hungry, i am hungry,
      hungry, foodbox, non perishable food, nonperishable food, nonperishables, non perishables, shelf stable food,
      regular food, dry food, food items, grocerys, provisions, food boxes, food bags, food packages, food packs,
      foodstuff, foodstuffs, nonperishable, nonperishable items, dry foods, food aid, food hamper, box of food, boxes
      of food, food baskets, food basket, havent eaten, hasnt eaten, not eating`,
    esWords: `comida, alimentos, alimento, despensa, canasta de comida, canasta básica, víveres, mercado, mandado, caja de
      alimentos, bolsa de comida, comestibles, algo de comer, nada que comer, qué comer, no hemos comido, comida no
      perecedera, alimentos no perecederos, hambre, alimentación, despensas, provisiones, no perecederos,
      bolsas de comida, cajas de comida, caja de despensa, algo para comer, nada para comer, tengo hambre, canasta,
      abarrotes`,
    asks: 'allergy diet no-stove',
  }),
  goods('food.box-halal', {
    en: 'halal food box | halal food boxes',
    es: 'caja de comida halal | cajas de comida halal',
    enWords: 'halal food, halal box, halal, halal groceries, halal meal, hallal, halaal',
    esWords: 'comida halal, halal, alimentos halal, despensa halal',
    asks: 'allergy no-stove',
  }),
  goods('food.box-kosher', {
    en: 'kosher food box | kosher food boxes',
    es: 'caja de comida kosher | cajas de comida kosher',
    enWords: 'kosher food, kosher box, kosher, kosher groceries, kosher meal, koser',
    esWords: 'comida kosher, kosher, comida kósher, cósher, alimentos kosher',
    asks: 'allergy no-stove',
  }),
  goods('food.box-vegetarian', {
    en: 'vegetarian food box | vegetarian food boxes',
    es: 'caja de comida vegetariana | cajas de comida vegetariana',
    enWords: `vegetarian food, vegetarian box, vegetarian, vegan food, vegan box, vegan, veggie box, meatless food, meat free
      box, vegetarian meal`,
    esWords: 'comida vegetariana, vegetariano, vegetariana, comida vegana, vegano, vegana, sin carne',
    asks: 'allergy no-stove',
  }),
  goods('food.box-no-cook', {
    en: 'no-cook food box | no-cook food boxes',
    es: 'caja de comida lista | cajas de comida lista',
    enWords: `ready to eat food, no cook food, no cook box, no cook, no cooking needed, no stove, no stove box, no kitchen,
      motel box, hotel box, pop top food, ready to eat, ration pack, ration packs, mre, mres, meal ready to eat,
      emergency ration, rations, emergency food, individually packaged food, without stove, without kitchen, without
      cooking`,
    esWords: `comida lista para comer, comida que no se cocina, sin estufa, no estufa, sin cocina, comida sin cocinar, lista
      para comer, no tengo estufa, ración de emergencia, raciones de emergencia, ración, raciones, comida de
      emergencia, ración militar, alimentos de emergencia`,
    asks: 'allergy diet no-refrigerator',
  }),
  goods('food.box-special-diet', {
    en: 'special-diet food box | special-diet food boxes',
    es: 'caja de comida para dieta | cajas de comida para dieta',
    enWords: `food for diabetics, food for a diabetic, diabetic food box, diabetic food boxes, diabetic food, diabetic box, diabetes food, low sugar food, low sugar
      box, sugar free food, low sodium food, low salt food, heart healthy food, diabetic friendly food, diabetic
      friendly, gluten-free food box, gluten-free food boxes, gluten free food, gluten free, gluten free box, celiac
      food, wheat free food, coeliac, nutrition drink, nutrition drinks, ensure, boost, nutrition shake, nutrition
      shakes, meal replacement, protein shake, glucerna, pediasure`,
    esWords: `caja para diabéticos, cajas para diabéticos, comida para diabéticos, comida para diabético, comida baja en
      azúcar, sin azúcar, baja en sal, comida baja en sodio, alimentos para diabéticos, caja de comida sin gluten,
      cajas de comida sin gluten, comida sin gluten, sin gluten, comida para celíacos, celíaco, celíaca, libre de
      gluten, bebida nutritiva, bebidas nutritivas, ensure, pediasure, batido nutritivo, suplemento alimenticio,
      glucerna, malteada nutritiva`,
    asks: 'allergy no-stove',
  }),
  goods('food.hot-meal', {
    en: 'hot meal | hot meals',
    es: 'comida caliente | comidas calientes',
    enWords: `warm meal, cooked meal, hot food, warm food, prepared meal, prepared food, dinner, supper, meals, meal, cooked
      food, home cooked meal, hot dinner, hot lunch, hot plate, plate of food, pizza, soup, casserole, precooked food,
      meal train, meal for a family, hot breakfast, hot meals, cooked meals, warm lunch, dinners, homemade food,
      homemade meals, home made food, home cooked food, prepared meals, ready meals, stew, chili, casseroles, lasagna,
      takeout, catered food, tiffin, tiffins, frozen meals`,
    esWords: `plato caliente, comida preparada, comida hecha, cena, almuerzo caliente, platillo, comida cocinada, plato de
      comida, sopa, comida recién hecha, alimentos preparados, comidas preparadas, guisado, guisados, platillos,
      caldo, cenas, desayuno caliente, comida casera, pizzas`,
    freshness: 'hours',
    lease: 'appointment',
    asks: 'allergy diet',
  }),
  goods('food.packed-lunch', {
    en: 'packed lunch | packed lunches',
    es: 'almuerzo para llevar | almuerzos para llevar',
    enWords: `bag lunch, sack lunch, boxed lunch, box lunch, brown bag lunch, sandwich, sandwiches, sandwhich, sub sandwich,
      lunch, lunches, kids lunch, summer lunch, lunch bag, bag lunches, boxed lunches, bagged lunches, sandwitches,
      lunchables`,
    esWords: `lonche, lonchera, almuerzo, torta, sándwich, emparedado, bocadillo, merienda escolar, lonches, sándwiches,
      emparedados, tortas, loncheras, almuerzos`,
    freshness: 'hours',
    lease: 'appointment',
    asks: 'allergy diet',
  }),
  goods('food.holiday-meal', {
    en: 'holiday meal box | holiday meal boxes',
    es: 'canasta de fiesta | canastas de fiesta',
    enWords: `thanksgiving box, turkey, turkeys, thanksgiving dinner, christmas dinner, christmas basket, holiday basket,
      holiday food, thanksgiving basket, holiday ham, easter basket, iftar box, eid box`,
    esWords: 'pavo, canasta navideña, cena de navidad, cena de acción de gracias, canasta de navidad, comida de fiesta',
    freshness: 'month',
    asks: 'allergy diet',
  }),
  goods('food.canned', {
    en: 'canned food | canned food',
    es: 'comida enlatada | comida enlatada',
    enWords: `canned, canned goods, canned foods, cans of food, canned vegetables, canned meat, canned soup, canned fruit,
      tinned food, tuna, canned tuna, canned beans, canned items, tin food, cans of soup, canned fish, spam, canned
      veg, canned veggies, canned corn, canned chicken, canned stew, canned tomatoes, sardines, canned salmon,
      ravioli, canned stuff, can goods, cans of tuna, cans of vegetables, can food, cans of beans, canned pasta`,
    esWords: `enlatados, latas, latas de comida, comida en lata, alimentos enlatados, atún, conservas, sopa enlatada,
      sardinas, verduras enlatadas, frijoles enlatados, elote enlatado, latas de atún, sopas enlatadas`,
    units: 'can case:24',
    asks: 'allergy',
  }),
  goods('food.staples', {
    en: 'dry staples | dry staples',
    es: 'granos y básicos | granos y básicos',
    enWords: `rice, beans, dry beans, pasta, flour, sugar, cooking oil, salt, noodles, spaghetti, lentils, cornmeal, masa, dry
      goods, staple foods, bag of rice, peanut butter, ramen, seasoning, spices, salt and pepper, condiments, corn
      flour, vegetable oil, cooking ingredients, atta, dal, potatoes dry, breakfast cereal, breakfast cereals, cereal,
      oatmeal, breakfast food, granola, pancake mix, breakfast, breakfast items, oats, grits, white rice, pinto beans,
      black beans, macaroni, mac and cheese, jelly, peanutbutter, ketchup, mustard, mayonnaise, syrup, baking
      supplies, cheerios, dried beans, tomato sauce, pasta sauce, oil, canola oil, olive oil, ramen noodles, cup noodles,
      honey`,
    esWords: `arroz, frijoles, frijol, habichuelas, pasta, harina, azúcar, aceite de cocina, aceite, sal, fideos, lentejas,
      maseca, masa harina, granos, crema de cacahuate, especias, condimentos, espagueti, mantequilla de maní, porotos,
      cereal, cereales, avena, desayuno, cereal de desayuno, hojuelas de avena, cosas para el desayuno, frijol negro,
      salsa de tomate, maruchan, crema de maní, mayonesa, miel, manteca, harina de maíz, lenteja, garbanzos,
      macarrones`,
    unit: 'gram',
    units: 'pound kilogram ounce bag:5*pound',
    asks: 'allergy',
  }),
  goods('food.produce', {
    en: 'fresh produce | fresh produce',
    es: 'frutas y verduras | frutas y verduras',
    enWords: `fruit, fruits, vegetables, veggies, fresh fruit, fresh vegetables, fresh food, produce, produce box, farm box,
      apples, bananas, potatoes, onions, tomatoes, carrots, oranges, lettuce, garden surplus, fruits and vegetables,
      csa box, greens, garlic, salad, cabbage, squash, celery, cucumbers, berries, grapes, strawberries, watermelon,
      melons, avocados, broccoli, spinach, lemons, limes, fresh fruits, veggie, fresh veg, fresh veggies`,
    esWords: `fruta, frutas, verdura, verduras, vegetales, productos frescos, papas, cebollas, tomates, manzanas, plátanos,
      zanahorias, hortalizas, comida fresca, naranjas, legumbres frescas, lechuga, repollo, aguacate, aguacates,
      limones, elotes, mangos, uvas, fresas, sandía, pepino, pepinos, calabaza, brócoli, nopales, jitomate, jitomates,
      frutas frescas, verduras frescas`,
    unit: 'gram',
    units: 'pound kilogram box:40*pound',
    heed: 'keep-cold',
    asks: 'allergy no-refrigerator',
  }),
  goods('food.meat', {
    en: 'meat | meat',
    es: 'carne | carne',
    enWords: `chicken, beef, ground beef, pork, venison, deer meat, game meat, fish, sausage, bacon, frozen meat, ham, lunch
      meat, lunchmeat, hamburger meat, hot dogs, hotdogs, elk meat, frozen chicken, deli meat, chicken pieces,
      protein, meats, steak, steaks, hamburger, hamburgers, burgers, chicken breast, chicken breasts, fresh meat,
      lamb, goat meat, pork chops, shrimp, seafood, ribs`,
    esWords: `pollo, res, carne molida, cerdo, puerco, carne de venado, venado, pescado, salchicha, tocino, jamón, carne
      congelada, salchichas, carne de res, carnes, carne de puerco, carne de cerdo, bistec, costillas, chorizo,
      mariscos, camarones, pechuga, carne fresca`,
    unit: 'gram',
    units: 'pound kilogram',
    heed: 'keep-cold',
    asks: 'diet no-refrigerator',
  }),
  goods('food.dairy-eggs', {
    en: 'milk and eggs | milk and eggs',
    es: 'leche y huevos | leche y huevos',
    enWords: `milk, eggs, cheese, butter, yogurt, dairy, gallon of milk, powdered milk, dry milk, dozen eggs, cream, shelf
      stable milk, lactose free milk, plant milk, whole milk, egg, carton of eggs, cheeses, creamer, almond milk, soy
      milk, string cheese, milk powder, gallons of milk, margarine, evaporated milk`,
    esWords: `leche, huevos, queso, mantequilla, yogur, yogurt, lácteos, leche en polvo, docena de huevos, blanquillos, cartón
      de huevos, leche entera, leche de vaca, leche deslactosada, galón de leche, quesos, margarina, leche evaporada,
      litros de leche`,
    units: 'dozen',
    heed: 'keep-cold',
    asks: 'allergy no-refrigerator',
  }),
  goods('food.bread', {
    en: 'bread | bread',
    es: 'pan | panes',
    enWords: `loaf of bread, loaves of bread, buns, rolls, tortillas, bakery, bagels, hot dog buns, hamburger buns, baked
      goods, sliced bread, canned biscuits, biscuits, pastries, loaf, loaves, muffins, donuts, doughnuts, sandwich
      bread, wheat bread, pita, bread rolls`,
    esWords: `pan de caja, pan dulce, tortillas, bolillos, panadería, hogaza, pan de molde, pan bimbo, pan blanco, pan
      integral, conchas, pan tostado, barra de pan`,
    units: 'dozen',
    asks: 'allergy',
  }),
  goods('food.snacks', {
    en: 'snack | snacks',
    es: 'bocadito | bocaditos',
    enWords: `snack food, snack foods, granola bars, granola bar, crackers, chips, cookies, goldfish, protein bars, trail mix,
      packaged snacks, fruit snacks, candy, energy bars, snacks for kids, nuts, pretzels, popcorn, cereal bars,
      peanuts, dried fruit, beef jerky, jerky, pudding cups, applesauce, fruit cups, gummies, chocolate, sweets,
      breakfast bars, potato chips`,
    esWords: `botanas, galletas, papitas, barras de granola, meriendas, dulces, botana, snacks, refrigerios, barras
      energéticas, galletitas, papas fritas, chocolates, golosinas, palomitas, cacahuates, galletas saladas, frituras,
      barritas`,
    units: 'case:24',
    asks: 'allergy',
  }),
  goods('food.drinks', {
    en: 'drink | drinks',
    es: 'bebida | bebidas',
    enWords: `juice, juices, juice boxes, juice box, apple juice, orange juice, gatorade, gatoraid, sports drinks, sports
      drink, soda, sodas, lemonade, kool aid, koolaid, coffee, tea, beverages, beverage, pop, soft drinks, electrolyte
      drinks, sugar free drinks, diet soda, pedialyte, electrolytes, powerade, iced tea, capri sun, drink mix, drink
      mixes, hot chocolate, hot cocoa, instant coffee, coffee pods, coke, energy drinks, tea bags, sparkling water,
      rehydration salts, oral rehydration`,
    esWords: `jugo, jugos, refresco, refrescos, sodas, café, té caliente, bolsas de té, limonada, suero, suero oral,
      electrolitos, gaseosas, bebidas deportivas, zumo, cajitas de jugo, jugo de naranja, nescafé, chocolate caliente,
      horchata, agua de coco, gatorade, pedialyte, coca cola, sales de rehidratación, jugos de caja`,
    unit: 'ml',
    units: 'bottle:500 liter gallon case:24*500',
  }),
  goods('food.baby-formula', {
    en: 'baby formula | baby formula',
    es: 'fórmula para bebé | fórmula para bebé',
    enWords: `formula, infant formula, baby milk, similac, enfamil, gerber formula, similac advance, formula milk, powdered
      formula, newborn formula, baby fomula, fomula, soy formula, ready to feed formula, can of formula, forumla,
      formula for baby, formula for my baby, nutramigen, hypoallergenic formula, alimentum, gentlease, infant milk,
      milk for baby, milk for my baby, milk for newborn, formulas, cans of formula, milk for infants`,
    esWords: `fórmula, fórmula infantil, leche de fórmula, leche para bebé, leche de bebé, fórmula láctea, leche en fórmula,
      formula de bebe, leche maternizada, enfamil, similac, lata de fórmula, leche nan, leche para mi bebé, leche para
      recién nacido, leche en polvo para bebé, latas de fórmula, leche para bebés`,
    picture: 'baby',
    units: 'can case:6',
    freshness: 'hours',
    lease: 'appointment',
    asks: 'baby-formula allergy',
    vital: true,
  }),
  goods('food.infant', {
    en: 'baby food | baby food',
    es: 'comida para bebé | comida para bebé',
    enWords: `infant food, baby food jars, baby food pouches, baby cereal, toddler food, pureed food, puree, gerber, infant
      cereal, babyfood, toddler snacks, rice cereal, baby snacks, baby puffs, baby foods, purees, food for baby, baby
      oatmeal`,
    esWords: `comida de bebé, papilla, papillas, puré para bebé, cereal para bebé, gerber, potitos, alimento para bebé,
      alimento infantil, comidita de bebé, puré de bebé, compotas, compota`,
    picture: 'baby',
    units: 'case:12',
    asks: 'allergy',
  }),
  goods('water.drinking', {
    en: 'drinking water | drinking water',
    es: 'agua para beber | agua para beber',
    enWords: `water, bottled water, waters, bottles of water, water bottles, bottle of water, case of water, cases of water,
      potable water, something to drink, nothing to drink, anything to drink, clean water, safe water, jug of water,
      gallons of water, jugs of water, drinkable water, watr, fresh water, water jugs, gallon of water, bottle water,
      pallet of water, pallets of water, water cases, purified water, distilled water, spring water, water filter,
      water filters, water purification tablets, water purifier, filtered water, flats of water, thirsty, gal water,
      gals water, gal of water`,
    esWords: `agua, nada que tomar, nada que beber, algo de tomar, agua potable, agua embotellada, botellas de agua, agua
      limpia, agua para tomar, garrafón, garrafones, garrafón de agua, agua purificada, botellas con agua, bidón de
      agua, bidones de agua, agüita, botella de agua, agua en botella, cajas de agua, galón de agua, galones de agua,
      filtro de agua, filtros de agua, pastillas para agua, sed, pipa de agua, agua mineral, aguas`,
    picture: 'water',
    unit: 'ml',
    units: 'liter gallon bottle:500 case:24*500',
    freshness: 'hours',
    vital: true,
  }),
  goods('ice', {
    en: 'ice | ice',
    es: 'hielo | hielo',
    enWords: `bag of ice, bags of ice, ice bags, dry ice, ice blocks, crushed ice, ice cubes, bagged ice, ice packs`,
    esWords: `bolsa de hielo, bolsas de hielo, hielo seco, marqueta de hielo, hielos, cubos de hielo, barra de hielo`,
    picture: 'water',
    unit: 'gram',
    units: 'bag:10*pound pound kilogram',
    freshness: 'hours',
    lease: 'today',
  }),
];
