/** The part of VROOM's input that is read, after its shape was checked (see `vroomShape`). Times in seconds. */
export interface VroomInput {
  readonly vehicles: readonly VroomVehicle[];
  readonly jobs?: readonly VroomJob[];
  readonly shipments?: readonly VroomShipment[];
  readonly matrices?: Readonly<Record<string, VroomMatrices>>;
}

export interface VroomMatrices {
  readonly durations: readonly (readonly number[])[];
  readonly distances?: readonly (readonly number[])[];
}

export interface VroomWhere {
  readonly location?: readonly [number, number];
  readonly location_index?: number;
}

export interface VroomStep extends VroomWhere {
  readonly id: number;
  readonly description?: string;
  readonly service?: number;
  readonly service_per_type?: Readonly<Record<string, number>>;
  readonly time_windows?: readonly (readonly [number, number])[];
}

export interface VroomJob extends VroomStep {
  readonly delivery?: readonly number[];
  readonly pickup?: readonly number[];
  readonly skills?: readonly number[];
  readonly priority?: number;
}

export interface VroomShipment {
  readonly pickup: VroomStep;
  readonly delivery: VroomStep;
  readonly amount?: readonly number[];
  readonly skills?: readonly number[];
  readonly priority?: number;
}

export interface VroomVehicle {
  readonly id: number;
  readonly description?: string;
  readonly profile?: string;
  readonly start?: readonly [number, number];
  readonly start_index?: number;
  readonly end?: readonly [number, number];
  readonly end_index?: number;
  readonly capacity?: readonly number[];
  readonly skills?: readonly number[];
  readonly type?: string;
  readonly time_window?: readonly [number, number];
  readonly breaks?: readonly VroomBreak[];
  readonly speed_factor?: number;
  readonly max_tasks?: number;
  readonly max_distance?: number;
  readonly costs?: { readonly fixed?: number; readonly per_hour?: number; readonly per_km?: number };
}

export interface VroomBreak {
  readonly id: number;
  readonly time_windows: readonly [readonly [number, number]];
  readonly service?: number;
}
