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
    enWords: `generator, generators, borrow generator, portable generator, genset, generater, power station, backup power`,
    esWords: 'generador, generadores, planta de luz, planta eléctrica, generador eléctrico, generador portátil',
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
    enWords: 'chainsaw, chainsaws, borrow chainsaw, chain saw, pole saw, log splitter, wood splitter',
    esWords: 'motosierra, motosierras, sierra eléctrica, prestar motosierra',
  }),
  tool('loan.pump', {
    en: 'pump or dryer on loan | pumps and dryers on loan',
    es: 'bomba o secador prestado | bombas y secadores prestados',
    enWords: `water pump, water pumps, water pump, sump pump, pump, trash pump, submersible pump, wet vac, shop vac, pumps,
      wet dry vac, dehumidifier, dehumidifiers, drying fans, blower, industrial fans, blowers, air mover, air
      purifier, air scrubber`,
    esWords: `bomba de agua prestada, bombas de agua prestadas, bomba de agua, bomba sumergible, bomba para sacar agua,
      aspiradora de agua, bomba de achique, deshumidificador, deshumidificadores, ventilador industrial, secador
      industrial, purificador de aire`,
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
      ladder, stepladder, scaffolding`,
    esWords: `herramientas, herramienta, palas, pala, rastrillos de jardín, martillo, martillos, carretilla, carretillas,
      barreta, destornillador, hacha, machete, pico, máquina de coser, máquinas de coser, costurero, escalera,
      escaleras, escalera de mano, escalera de tijera, prestar escalera, escalera extensible, andamio`,
  }),
  tool('loan.power-tools', {
    en: 'power tool on loan | power tools on loan',
    es: 'herramienta eléctrica prestada | herramientas eléctricas prestadas',
    enWords: `power tools, drill, circular saw, sawzall, reciprocating saw, sander, table saw, power drill, nail gun, cordless
      drill, jackhammer, pressure washer, pressure washers, power washer, carpet cleaner, steam cleaner`,
    esWords: `herramientas eléctricas, taladro, sierra circular, lijadora, esmeriladora, rotomartillo, pistola de clavos,
      hidrolavadora, hidrolavadoras, lavadora a presión, máquina de presión, limpiador de alfombras`,
  }),
  tool('loan.yard-tools', {
    en: 'yard machine on loan | yard machines on loan',
    es: 'máquina de jardín prestada | máquinas de jardín prestadas',
    enWords: `lawn mower, lawnmower, weed eater, mower, leaf blower, tiller, snow blower, snowblower, hedge trimmer, weed
      whacker, snow shovel, snow shovels, wood chipper`,
    esWords: `podadora, cortadora de césped, desbrozadora, sopladora de hojas, quitanieves, pala de nieve, podadora de césped`,
    picture: 'tools',
    theme: 'yard-and-wood',
  }),
  tool('loan.truck', {
    en: 'truck or trailer on loan | trucks or trailers on loan',
    es: 'camioneta o remolque prestado | camionetas o remolques prestados',
    enWords: `truck, trailer, pickup truck, box truck, utility trailer, trucks, borrow truck, pick up truck, flatbed, u haul,
      uhaul, trailers, cargo van, dump trailer, hand truck, dolly`,
    esWords: 'camioneta, troca, remolque, camión, pickup, camionetas, tráiler, traila, camión de mudanza, diablito',
    picture: 'ride',
  }),
  tool('loan.event-set', {
    en: 'folding tables and tent on loan | folding tables and tents on loan',
    es: 'mesas y carpa prestadas | mesas y carpas prestadas',
    enWords: `folding tables, folding chairs, canopy, canopies, pop up tent, event tent, folding table, grill, bbq pit, pa
      system, speakers, microphone, coffee urn, smoker`,
    esWords: `mesas plegables, sillas plegables, toldo para evento, carpa para evento, asador, bocina, bocinas, micrófono`,
  }),
  medical('loan.wheelchair', {
    en: 'wheelchair on loan | wheelchairs on loan',
    es: 'silla de ruedas prestada | sillas de ruedas prestadas',
    enWords: `wheelchair, wheelchairs, wheel chair, wheel chairs, transport chair, power chair, mobility scooter, electric
      wheelchair, weelchair, knee scooter`,
    esWords: 'silla de ruedas, sillas de ruedas, silla de rueda, silla eléctrica, andador eléctrico',
    asks: 'mobility stairs',
  }),
  medical('loan.walker', {
    en: 'walker, cane or crutches on loan | walkers, canes and crutches on loan',
    es: 'andador, bastón o muletas prestadas | andadores, bastones y muletas prestadas',
    enWords: `walker, walkers, walker, walkers, rollator, rolling walker, walker with wheels, walker with seat, crutches or
      cane, crutches or canes, crutches, cane, canes, walking stick, crutch, walking cane`,
    esWords: `andador prestado, andadores prestados, andador, andadera, caminador, andadores, andaderas, muletas o bastón,
      muletas o bastones, muletas, bastón, bastones, muleta`,
    asks: 'mobility stairs',
  }),
  medical('loan.shower-chair', {
    en: 'shower chair or commode on loan | shower chairs or commodes on loan',
    es: 'silla de baño prestada | sillas de baño prestadas',
    enWords: `shower chair, shower bench, bath chair, commode, bedside commode, raised toilet seat, toilet riser, grab bars,
      transfer bench, bath seat, tub bench, bedpan`,
    esWords: `silla de baño, silla para baño, cómodo, silla con inodoro, asiento para regadera, barras de apoyo, banco de
      transferencia`,
    asks: 'mobility',
  }),
  medical('loan.hospital-bed', {
    en: 'hospital bed on loan | hospital beds on loan',
    es: 'cama de hospital prestada | camas de hospital prestadas',
    enWords: `hospital bed, hospital beds, adjustable bed, hoyer lift, patient lift, bed rail, bed rails, overbed table`,
    esWords: 'cama de hospital, camas de hospital, cama clínica, grúa para paciente, cama ortopédica, barandal de cama',
    lease: 'unhurried',
    asks: 'stairs',
  }),
  medical('loan.breathing-device', {
    en: 'breathing device on loan | breathing devices on loan',
    es: 'aparato para respirar prestado | aparatos para respirar prestados',
    enWords: `nebulizer, oxygen concentrator, concentrator, cpap, oxygen, oxygen tank, oxygen cylinder, oxygen cylinders, bipap, nebuliser,
      oximeter, oxygen tanks`,
    esWords: `nebulizador, concentrador de oxígeno, oxígeno, tanque de oxígeno, tanques de oxígeno, cpap, oxímetro, cilindro
      de oxígeno`,
    freshness: 'minutes',
    lease: 'today',
    asks: 'oxygen-or-device no-power',
    vital: true,
  }),
];
