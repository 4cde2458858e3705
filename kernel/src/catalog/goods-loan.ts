import { entriesOf } from './entry.ts';

const tool = entriesOf({
  nature: 'goods',
  theme: 'tools',
  picture: 'tools',
  freshness: 'week',
  lease: 'goods',
  returns: true,
});
const medical = entriesOf({
  nature: 'goods',
  theme: 'health',
  picture: 'health',
  freshness: 'week',
  lease: 'goods',
  returns: true,
});

/** What is lent and comes back: the tool library and the closet of medical equipment. */
export const loanKinds = [
  tool('loan.generator', {
    en: 'generator on loan | generators on loan',
    es: 'generador prestado | generadores prestados',
    enWords: `generator, generators, borrow generator, portable generator, genset, generater, power station, backup power, gen
      set, inverter, inverter generator, solar generator, back up generator, backup generator`,
    esWords: `generador, generadores, planta de luz, planta eléctrica, generador eléctrico, generador portátil, generadores de
      luz, generador de luz, plantas de luz, inversor`,
    theme: 'storm',
    picture: 'storm',
    freshness: 'hours',
    lease: 'today',
    asks: 'oxygen-or-device',
    vital: true,
  }),
  tool('loan.chainsaw', {
    en: 'chainsaw on loan | chainsaws on loan',
    es: 'motosierra prestada | motosierras prestadas',
    enWords: `chainsaw, chainsaws, borrow chainsaw, chain saw, pole saw, log splitter, wood splitter, chain saws`,
    esWords: 'motosierra, motosierras, sierra eléctrica, prestar motosierra, moto sierra, sierra de cadena',
  }),
  tool('loan.pump', {
    en: 'pump or dryer on loan | pumps and dryers on loan',
    es: 'bomba o secador prestado | bombas y secadores prestados',
    enWords: `water pump, water pumps, water pump, sump pump, pump, trash pump, submersible pump, wet vac, shop vac, pumps,
      wet dry vac, dehumidifier, dehumidifiers, drying fans, blower, industrial fans, blowers, air mover, air
      purifier, air scrubber, sump pumps, wet vacs, shop vacs, shopvac, shop vacuum, wet vacuum, dewatering pump,
      trash pumps, dehumidifer`,
    esWords: `bomba de agua prestada, bombas de agua prestadas, bomba de agua, bomba sumergible, bomba para sacar agua,
      aspiradora de agua, bomba de achique, deshumidificador, deshumidificadores, ventilador industrial, secador
      industrial, purificador de aire, bombas sumergibles, motobomba, motobombas, bombas de achique`,
    theme: 'storm',
    picture: 'storm',
    freshness: 'hours',
    lease: 'today',
  }),
  tool('loan.hand-tools', {
    en: 'hand tool on loan | hand tools on loan',
    es: 'herramienta de mano prestada | herramientas de mano prestadas',
    enWords: `tools, hand tools, shovels, shovel, rakes, rake, hammer, hammers, crowbar, crowbars, pry bar, wheelbarrow,
      wheelbarrows, screwdriver, wrench, axe, hammers and crowbars, tool kit, tool, borrow tools, sewing machine,
      sewing machines, serger, sewing supplies, sewing kit, ladder, ladders, step ladder, extension ladder, borrow
      ladder, stepladder, scaffolding, pick axe, pickaxe, pliers, hand saw, sledge hammer, sledgehammer,
      sledgehammers, screwdrivers, wrenches, pry bars, axes, garden tools, utility knives, box cutters, toolbox, tool
      box, rope, ropes, duct tape, garden hose, hoses, wheel barrow, wheel barrows`,
    esWords: `herramientas, herramienta, palas, pala, rastrillos de jardín, martillo, martillos, carretilla, carretillas,
      barreta, destornillador, hacha, machete, pico, máquina de coser, máquinas de coser, costurero, escalera,
      escaleras, escalera de mano, escalera de tijera, prestar escalera, escalera extensible, andamio, picos,
      barretas, cuerdas, soga, pinzas, desarmador, desarmadores, serrucho, machetes, hachas, azadón, caja de
      herramientas, manguera, mangueras, palas y picos`,
  }),
  tool('loan.power-tools', {
    en: 'power tool on loan | power tools on loan',
    es: 'herramienta eléctrica prestada | herramientas eléctricas prestadas',
    enWords: `power tools, drill, circular saw, sawzall, reciprocating saw, sander, table saw, power drill, nail gun, cordless
      drill, jackhammer, pressure washer, pressure washers, power washer, carpet cleaner, steam cleaner, electric
      drill, impact driver, angle grinder, jigsaw, miter saw, skilsaw, drills, air compressor, power washers`,
    esWords: `herramientas eléctricas, taladro, sierra circular, lijadora, esmeriladora, rotomartillo, pistola de clavos,
      hidrolavadora, hidrolavadoras, lavadora a presión, máquina de presión, limpiador de alfombras, taladros, sierra
      caladora, compresor, pulidora, soldadora`,
  }),
  tool('loan.yard-tools', {
    en: 'yard machine on loan | yard machines on loan',
    es: 'máquina de jardín prestada | máquinas de jardín prestadas',
    enWords: `lawn mower, lawnmower, weed eater, mower, leaf blower, tiller, snow blower, snowblower, hedge trimmer, weed
      whacker, snow shovel, snow shovels, wood chipper, lawn mowers, mowers, riding mower, push mower, weedeater, weed
      eaters, string trimmer, leaf blowers, hedge trimmers, pruning shears, loppers`,
    esWords: `podadora, cortadora de césped, desbrozadora, sopladora de hojas, quitanieves, pala de nieve, podadora de césped,
      podadoras, máquina de podar, máquina para cortar pasto, orilladora, cortasetos, sopladora, tijeras de podar,
      corta césped`,
    picture: 'tools',
    theme: 'yard-and-wood',
  }),
  tool('loan.truck', {
    en: 'truck or trailer on loan | trucks or trailers on loan',
    es: 'camioneta o remolque prestado | camionetas o remolques prestados',
    enWords: `truck, trailer, pickup truck, box truck, utility trailer, trucks, borrow truck, pick up truck, flatbed, u haul,
      uhaul, trailers, cargo van, dump trailer, hand truck, dolly, pickups, moving truck, moving van, cargo trailer,
      enclosed trailer, flatbed trailer, car trailer, box trucks, dollies, hand trucks, cargo vans`,
    esWords: `camioneta, troca, remolque, camión, pickup, camionetas, tráiler, traila, camión de mudanza, diablito, trocas,
      troka, trokas, camión de carga, trailas, remolques, camioneta grande`,
    picture: 'ride',
  }),
  tool('loan.event-set', {
    en: 'folding tables and tent on loan | folding tables and tents on loan',
    es: 'mesas y carpa prestadas | mesas y carpas prestadas',
    enWords: `folding tables, folding chairs, canopy, canopies, pop up tent, event tent, folding table, grill, bbq pit, pa
      system, speakers, microphone, coffee urn, smoker, tables and chairs, pop up tents, pop up canopy, banquet
      tables, plastic tables, plastic chairs, grills, bbq, sound system, projector`,
    esWords: `mesas plegables, sillas plegables, toldo para evento, carpa para evento, asador, bocina, bocinas, micrófono,
      mesas y sillas plegables, mesas de plástico, sillas de plástico, equipo de sonido, asadores, proyector`,
  }),
  medical('loan.wheelchair', {
    en: 'wheelchair on loan | wheelchairs on loan',
    es: 'silla de ruedas prestada | sillas de ruedas prestadas',
    enWords: `wheelchair, wheelchairs, wheel chair, wheel chairs, transport chair, power chair, mobility scooter, electric
      wheelchair, weelchair, knee scooter, manual wheelchair, transport chairs, motorized wheelchair, power
      wheelchair, electric scooter`,
    esWords: `silla de ruedas, sillas de ruedas, silla de rueda, silla eléctrica, andador eléctrico, silla de ruedas
      eléctrica, silla para discapacitado`,
    asks: 'mobility stairs',
  }),
  medical('loan.walker', {
    en: 'walker, cane or crutches on loan | walkers, canes and crutches on loan',
    es: 'andador, bastón o muletas prestadas | andadores, bastones y muletas prestadas',
    enWords: `walker, walkers, walker, walkers, rollator, rolling walker, walker with wheels, walker with seat, crutches or
      cane, crutches or canes, crutches, cane, canes, walking stick, crutch, walking cane, rollators, quad cane,
      walking sticks, walking frame, knee walker`,
    esWords: `andador prestado, andadores prestados, andador, andadera, caminador, andadores, andaderas, muletas o bastón,
      muletas o bastones, muletas, bastón, bastones, muleta, andador con ruedas, bordón`,
    asks: 'mobility stairs',
  }),
  medical('loan.shower-chair', {
    en: 'shower chair or commode on loan | shower chairs or commodes on loan',
    es: 'silla de baño prestada | sillas de baño prestadas',
    enWords: `shower chair, shower bench, bath chair, commode, bedside commode, raised toilet seat, toilet riser, grab bars,
      transfer bench, bath seat, tub bench, bedpan, commodes, shower stool, bath stool, tub transfer bench, toilet
      seat riser, potty chair, shower seat, urinal, grab bar, bed pan`,
    esWords: `silla de baño, silla para baño, cómodo, silla con inodoro, asiento para regadera, barras de apoyo, banco de
      transferencia, silla para la regadera, silla de regadera, silla para ducha, silla de ducha, silla cómodo, orinal`,
    asks: 'mobility',
  }),
  medical('loan.hospital-bed', {
    en: 'hospital bed on loan | hospital beds on loan',
    es: 'cama de hospital prestada | camas de hospital prestadas',
    enWords: `hospital bed, hospital beds, adjustable bed, hoyer lift, patient lift, bed rail, bed rails, overbed table,
      medical bed, medical beds, electric bed, patient bed, icu bed, ventilator bed, icu beds, ventilator beds, oxygen
      bed, oxygen beds`,
    esWords: `cama de hospital, camas de hospital, cama clínica, grúa para paciente, cama ortopédica, barandal de cama, cama
      de enfermo, cama eléctrica, cama para enfermo, colchón antiescaras`,
    lease: 'unhurried',
    asks: 'stairs',
  }),
  medical('loan.breathing-device', {
    en: 'breathing device on loan | breathing devices on loan',
    es: 'aparato para respirar prestado | aparatos para respirar prestados',
    enWords: `nebulizer, oxygen concentrator, concentrator, cpap, oxygen, oxygen tank, oxygen cylinder, oxygen cylinders,
      bipap, nebuliser, oximeter, oxygen tanks, oxygen concentrators, portable oxygen, oxygen bottle, oxygen bottles,
      o2 tank, o2 cylinder, oxygen refill, oxygen machine, cpap machine, nebulizers, ventilator, ventilators, pulse
      oximeter, oxygen supply, bottled oxygen, oxygen mask, concentrators, oximeters`,
    esWords: `nebulizador, concentrador de oxígeno, oxígeno, tanque de oxígeno, tanques de oxígeno, cpap, oxímetro, cilindro
      de oxígeno, concentrador, concentradores, máquina de oxígeno, nebulizadores, recarga de oxígeno, cilindros de
      oxígeno, respirador artificial`,
    freshness: 'minutes',
    lease: 'today',
    asks: 'oxygen-or-device no-power',
    vital: true,
  }),
];
