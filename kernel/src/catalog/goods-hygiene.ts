import { entriesOf } from './entry.ts';

const goods = entriesOf({
  nature: 'goods',
  theme: 'hygiene',
  picture: 'hygiene',
  freshness: 'day',
  lease: 'goods',
});

/** What keeps a person clean, and what a first-aid shelf holds. */
export const hygieneKinds = [
  goods('period.any', {
    en: 'period product | period products',
    es: 'producto para la regla | productos para la regla',
    enWords: `feminine products, feminine hygiene, feminine hygiene products, menstrual products, menstrual supplies, period
      supplies, feminine supplies, femine products, feminie products, sanitary products, sanitary, period stuff,
      menstrual cup, panty liners, liners, period underwear, feminine items, period products, feminine care, feminine
      hygeine, womens hygiene, womens hygiene products, ladies products, feminine needs, feminin products, pantiliners`,
    esWords: `productos femeninos, productos de higiene femenina, higiene femenina, productos menstruales, productos para la
      menstruación, copa menstrual, pantiprotectores, protectores diarios, productos de mujer, cosas de mujer, higiene
      menstrual, cosas femeninas`,
    units: 'pack:20',
  }),
  goods('period.pads', {
    en: 'period pad | period pads',
    es: 'toalla sanitaria | toallas sanitarias',
    enWords: `pads, sanitary pads, maxi pads, sanitary napkins, menstrual pads, feminine pads, kotex, box of pads, pads for
      period, sanitary towels, overnight pads, always pads, stayfree, maxipads`,
    esWords: `toallas femeninas, toallas higiénicas, toalla femenina, compresas, kotex, toallas para la regla, toallas
      intimas, toallas para mujer, toallas nocturnas, toallitas femeninas, toallas menstruales`,
    units: 'pack:20 case:200',
  }),
  goods('period.tampons', {
    en: 'tampon | tampons',
    es: 'tampón | tampones',
    enWords: 'tampax, box of tampons, tampoons',
    esWords: 'tampax, caja de tampones',
    units: 'pack:20 case:200',
  }),
  goods('toiletries', {
    en: 'toiletries kit | toiletries kits',
    es: 'bolsa de aseo | bolsas de aseo',
    enWords: `toiletries, toiletry, hygiene kit, hygiene kits, hygiene items, hygiene products, hygiene supplies, personal
      hygiene, personal care items, toiltetries, toileteries, toiletry kit, travel size toiletries, hygiene, personal
      items, combs, comb, hair brush, hair oil, lotion, q tips, chapstick, body lotion, hair care, conditioner,
      toothbrush and toothpaste, toothbrushes and toothpaste, toothbrush, toothbrushes, toothpaste, tooth paste, tooth
      brushes, floss, dental care, mouthwash, deodorant, deoderant, antiperspirant, deodorants, razor, razors, shaving
      supplies, shaving cream, shaving kit, disposable razors, shavers, hygene, hygene products, hygeine, hygeine
      products, hygiene stuff, hygiene bags, hygiene packs, personal care, hair ties, hair brushes, hairbrush,
      vaseline, moisturizer, lotions, chap stick, lip balm, nail clippers, cotton balls, qtips, mouth wash, dental
      floss, denture cleaner, razor blades, shaver, tooth brush, bathroom items, hair products, makeup, foot powder,
      shower caps`,
    esWords: `artículos de aseo, artículos de higiene, productos de higiene, higiene personal, artículos de aseo personal, kit
      de higiene, aseo personal, cosas de baño, artículos personales, peines, crema corporal, acondicionador, cepillo
      y pasta de dientes, cepillos y pasta de dientes, cepillo de dientes, cepillos de dientes, pasta de dientes,
      pasta dental, crema dental, hilo dental, desodorante, desodorantes, antitranspirante, rastrillo para afeitar,
      rastrillos para afeitar, rastrillos, rasuradoras, crema de afeitar, navajas de afeitar, maquinillas de afeitar,
      afeitadora, cepillos dentales, cepillo dental, enjuague bucal, cosas de higiene, productos de aseo, artículos de
      tocador, útiles de aseo, kits de aseo, kits de higiene, peine, cepillo para el pelo, cortauñas, cotonetes,
      algodón, rasuradora, máquina de afeitar, dentífrico, higiene, vaselina, cepillos`,
  }),
  goods('soap', {
    en: 'soap and shampoo | soap and shampoo',
    es: 'jabón y champú | jabón y champú',
    enWords: `soap, shampoo, body wash, bar soap, bars of soap, hand soap, shampo, soaps, bar of soap, liquid soap, hand wash,
      handsoap, bodywash, shampoos, shampoo and conditioner, soap bars, bath soap`,
    esWords: `jabón, champú, shampoo, jabón de baño, jabones, jabón de manos, jabones de baño, jabón de tocador, jabón
      líquido, shampú, jabón para manos`,
  }),
  goods('toilet-paper', {
    en: 'roll of toilet paper or paper towels | rolls of toilet paper and paper towels',
    es: 'rollo de papel higiénico o de cocina | rollos de papel higiénico y de cocina',
    enWords: `roll of toilet paper, rolls of toilet paper, toilet paper, tp, bath tissue, toilet tissue, toilet rolls,
      toiletpaper, toilet roll, box of tissues, boxes of tissues, tissues, kleenex, facial tissue, tissue boxes, roll
      of paper towels, rolls of paper towels, paper towels, papertowels, kitchen roll, paper towel, charmin, rolls of
      tp, paper towel rolls, tissue, bath paper, bathroom tissue, loo roll, toilet papers`,
    esWords: `rollo de papel higiénico, rollos de papel higiénico, papel higiénico, papel de baño, papel sanitario, papel
      toilet, papel confort, caja de pañuelos, cajas de pañuelos, pañuelos desechables, kleenex, klinex, pañuelos de
      papel, rollo de toallas de papel, rollos de toallas de papel, toallas de papel, papel de cocina, papel toalla,
      servitoallas, papel del baño, papel para baño, rollos de papel, rollo de papel, toallas de cocina, pañuelos,
      papel`,
    units: 'pack:12 case:96',
  }),
  goods('towels', {
    en: 'towel | towels',
    es: 'toalla | toallas',
    enWords: `bath towels, bath towel, washcloths, hand towels, shower towels, clean towels, beach towels, face
      towels, towel set, dish towels, kitchen towels, washrags, face cloths`,
    esWords: `toallas de baño, toalla de baño, toallas de mano, toallas grandes, toallas para baño, toallas limpias, juego de
      toallas`,
  }),
  goods('masks-and-sanitizer', {
    en: 'mask or hand sanitizer | masks and hand sanitizer',
    es: 'mascarilla o gel | mascarillas y gel',
    enWords: `face mask, face masks, masks, n95, n95s, n95 masks, surgical masks, kn95, ppe, face coverings, respirators, dust
      masks, respirator, n 95, hand sanitizer, sanitizer, hand gel, purell, sanitiser, hand sanitiser, sanitizers,
      facemasks, facemask, kn95s, surgical mask, cloth masks, medical masks, hand sanitizers, sanitizing gel, alcohol
      gel, antibacterial gel, face shields, rubbing alcohol, covid tests, covid test, rapid tests, disposable masks`,
    esWords: `mascarilla, mascarillas, cubrebocas, tapabocas, mascarillas n95, cubreboca, barbijo, barbijos, respiradores, gel
      para manos, gel antibacterial, desinfectante de manos, alcohol en gel, gel desinfectante, antibacterial,
      mascarillas quirúrgicas, caretas, gel de manos, gel sanitizante, pruebas de covid, prueba de covid, alcohol`,
    units: 'box:50',
  }),
  goods('first-aid-kit', {
    en: 'first-aid kit | first-aid kits',
    es: 'botiquín | botiquines',
    enWords: `first aid supplies, bandages, ace bandages, band aids, bandaids, gauze, medical supplies, first aid, wound care,
      antibiotic ointment, dressings, medical gloves, medical items, thermometer, gauze pads, medical tape,
      antiseptic, hydrogen peroxide, peroxide, betadine, iodine, wound dressings, sutures, syringes, ointment,
      antibiotic cream, neosporin, tourniquets, plaster, serum, splints, blood pressure cuff, blood pressure monitor, saline, surgical
      supplies`,
    esWords: `primeros auxilios, vendas, curitas, gasas, material de curación, botiquín de primeros auxilios, suministros
      médicos, insumos médicos, termómetro, agua oxigenada, vendajes, banditas, suturas, jeringas, antiséptico, yodo,
      pomada, material médico, guantes médicos, tensiómetro, tiritas`,
    theme: 'health',
    picture: 'health',
    lots: true,
  }),
  goods('medicine.over-the-counter', {
    en: 'medicine without prescription | medicine without prescription',
    es: 'medicina sin receta | medicinas sin receta',
    enWords: `otc medicine, over the counter medicine, otc, tylenol, ibuprofen, advil, aspirin, pain medication, pain
      reliever, cold medicine, cough medicine, allergy medicine, benadryl, antacids, medicine, medicines, meds,
      childrens tylenol, vitamins, fever medicine, pain relievers, medications, eye drops, bug spray, sunscreen,
      insect repellent, lice treatment, lice treatments, lice shampoo, lice kit, lice comb, head lice, motrin, aleve,
      nyquil, dayquil, pepto, pepto bismol, imodium, tums, cough drops, cough syrup, painkillers, pain killers, pain
      meds, cold meds, pills, claritin, zyrtec, allergy pills, allergy meds, mucinex, laxative, eyedrops,
      hydrocortisone, infant tylenol, mosquito repellent, mosquito spray, sunblock, prenatal vitamins, nasal spray,
      inhaler, antibiotics, antibiotic, medication`,
    esWords: `medicina, medicinas, medicamentos, tylenol, ibuprofeno, aspirina, paracetamol, medicina para el dolor, jarabe
      para la tos, medicina para la fiebre, pastillas para el dolor, vitaminas, acetaminofén, repelente, bloqueador
      solar, tratamiento para piojos, tratamientos para piojos, champú para piojos, piojos, peine para piojos,
      medicamento, pastillas, jarabe, antigripales, antibióticos, analgésicos, medicina para diarrea, gotas para los
      ojos, vaporub, aspirinas, bloqueador, protector solar, repelente de mosquitos, medicina para la tos, inhalador`,
    theme: 'health',
    picture: 'health',
    lots: true,
    asks: 'allergy',
  }),
  goods('medicine.naloxone', {
    en: 'overdose kit | overdose kits',
    es: 'kit contra sobredosis | kits contra sobredosis',
    enWords: 'narcan, naloxone, overdose reversal, narcan kit, naloxone kit',
    esWords: 'narcan, naloxona, kit de naloxona',
    theme: 'health',
    picture: 'health',
    lots: true,
    vital: true,
  }),
  goods('medical.diabetic-supplies', {
    en: 'diabetic supplies | diabetic supplies',
    es: 'suministros para diabetes | suministros para diabetes',
    enWords: `test strips, glucose strips, glucose meter, insulin, insulin syringes, lancets, glucometer, insulin needles,
      insulin pens, diabetes supplies, diabetic strips, blood sugar strips, glucose monitor, glucose test strips, pen
      needles, diabetic meds, diabetic medicine, diabetes medicine, metformin`,
    esWords: `insulina, tiras reactivas, tiras de glucosa, glucómetro, jeringas de insulina, medidor de azúcar, jeringas para
      insulina, medicina para la diabetes, metformina, agujas de insulina, medidor de glucosa`,
    theme: 'health',
    picture: 'health',
    freshness: 'hours',
    lease: 'today',
    lots: true,
    heed: 'keep-cold',
    vital: true,
    asks: 'medicine-kept-cold no-refrigerator',
  }),
];
