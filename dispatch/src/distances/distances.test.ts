import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { haversineMeters } from './haversine.ts';
import { haversineTable } from './haversine-table.ts';
import { osrmRouter } from './osrm-router.ts';
import { routerProfile, RouterError } from './router.ts';
import { travelSeconds } from './travel-seconds.ts';
import { valhallaRouter } from './valhalla-router.ts';

// The short run is the same every time; the long one looks for what nobody has seen yet.
if (!process.env['BARNRAISE_LONG']) fc.configureGlobal({ seed: 1 });

const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('haversineMeters', () => {
  it('knows a degree of a meridian and half the equator', () => {
    expect(haversineMeters({ latitude: 0, longitude: 0 }, { latitude: 1, longitude: 0 })).toBeCloseTo(111_195.08, 1);
    expect(haversineMeters({ latitude: 0, longitude: -90 }, { latitude: 0, longitude: 90 })).toBeCloseTo(
      Math.PI * 6_371_008.8,
      3,
    );
  });

  it('is symmetric, never negative, and obeys the triangle', () => {
    fc.assert(
      fc.property(point, point, point, (a, b, c) => {
        expect(haversineMeters(a, b)).toBe(haversineMeters(b, a));
        expect(haversineMeters(a, a)).toBe(0);
        const direct = haversineMeters(a, c);
        // Near the opposite point of the Earth a digit lost in the sine is some centimeters.
        expect(direct).toBeLessThanOrEqual(haversineMeters(a, b) + haversineMeters(b, c) + 1);
        expect(direct).toBeLessThanOrEqual(Math.PI * 6_371_009);
      }),
    );
  });

  it('makes a table at a speed, with a detour', () => {
    const table = haversineTable(
      [
        { latitude: 0, longitude: 0 },
        { latitude: 1, longitude: 0 },
      ],
      10,
      1.3,
    );
    expect(table.distances[1]).toBeCloseTo(111_195.08 * 1.3, 1);
    expect(table.durations[2]).toBe(table.distances[1]! / 10);
    expect(table.durations[0]).toBe(0);
  });
});

describe('travelSeconds', () => {
  const rush = Array.from({ length: 24 }, (_, hour) => (hour === 8 ? 2 : 1));

  it('charges a leg that crosses the hour in parts', () => {
    // From 7:50, ten minutes at factor 1, then the other ten at factor 2.
    expect(travelSeconds(1200, 7 * 3600 + 3000, rush)).toBe(600 + 1200);
    expect(travelSeconds(1200, 8 * 3600 + 3000, rush)).toBe(600 + 900);
  });

  it('counts the hours from midnight, before it and on other days too', () => {
    const day = 86_400;
    expect(travelSeconds(60, 8 * 3600 - 5 * day, rush)).toBe(120);
    expect(travelSeconds(60, 0, rush, -8 * 3600)).toBe(120);
  });

  it('never lets who leaves later arrive earlier', () => {
    const factors = fc.array(fc.double({ min: 0.2, max: 5, noNaN: true }), { minLength: 24, maxLength: 24 });
    const base = fc.double({ min: 0, max: 50_000, noNaN: true });
    fc.assert(
      fc.property(factors, base, fc.nat(200_000), fc.nat(20_000), (list, seconds, at, later) => {
        const early = at + travelSeconds(seconds, at, list);
        const late = at + later + travelSeconds(seconds, at + later, list);
        expect(late).toBeGreaterThanOrEqual(early - 1e-6);
      }),
    );
  });
});

/** A loopback server that speaks both table formats for points on a line: a degree of longitude is 100 s and 1 km. */
describe('road routers', () => {
  let server: Server;
  let address: string;
  const requests: { method: string; url: string; body: string }[] = [];
  let answer: (request: IncomingMessage, body: string) => { status?: number; body: string };

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        requests.push({ method: request.method ?? '', url: request.url ?? '', body });
        const made = answer(request, body);
        response.writeHead(made.status ?? 200, { 'content-type': 'application/json' });
        response.end(made.body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const away = (from: number, to: number) => (from > to ? 2 : 1) * Math.abs(from - to);
  const points = Array.from({ length: 7 }, (_, i) => ({ latitude: 50, longitude: i }));

  function osrm(request: IncomingMessage): { body: string } {
    const url = new URL(request.url ?? '', 'http://router');
    const longitudes = url.pathname
      .split('/')[4]!
      .split(';')
      .map((pair) => Number(pair.split(',')[0]));
    const numbers = (name: string) =>
      url.searchParams
        .get(name)!
        .split(';')
        .map((i) => longitudes[Number(i)]!);
    const table = (unit: number) =>
      numbers('sources').map((from) =>
        numbers('destinations').map((to) => (from === 6 && to === 0 ? null : away(from, to) * unit)),
      );
    return { body: JSON.stringify({ code: 'Ok', durations: table(100), distances: table(1000) }) };
  }

  it('asks OSRM for all points, in blocks when it must, and marks where there is no way', async () => {
    for (const pointsMax of [100, 5, 2]) {
      requests.length = 0;
      answer = osrm;
      const profile = await routerProfile(osrmRouter({ address, pointsMax }), points);
      const durations = profile.durations as Float64Array;
      expect(durations[1 * 7 + 4]).toBe(300);
      expect(durations[4 * 7 + 1]).toBe(600);
      expect((profile.distances as Float64Array)[4 * 7 + 1]).toBe(6000);
      expect(durations[6 * 7]).toBe(1e8);
      expect(requests.length).toBe(pointsMax === 100 ? 1 : pointsMax === 5 ? 16 : 49);
      expect(requests[0]!.url).toMatch(/^\/table\/v1\/driving\/0,50;/);
    }
  });

  it('asks Valhalla, whose kilometers become meters', async () => {
    answer = (_, body) => {
      const ask = JSON.parse(body) as { sources: { lon: number }[]; targets: { lon: number }[]; units: string };
      expect(ask.units).toBe('kilometers');
      const rows = ask.sources.map((from) =>
        ask.targets.map((to) => ({ time: away(from.lon, to.lon) * 100, distance: away(from.lon, to.lon) })),
      );
      return { body: JSON.stringify({ sources_to_targets: rows }) };
    };
    const profile = await routerProfile(valhallaRouter({ address, costing: 'truck' }), points.slice(0, 3), {
      hourFactors: Array.from({ length: 24 }, () => 1),
    });
    expect([...(profile.durations as Float64Array)]).toEqual([0, 100, 200, 200, 0, 100, 400, 200, 0]);
    expect((profile.distances as Float64Array)[2]).toBe(2000);
    expect(profile.hourFactors).toHaveLength(24);
  });

  it.each([
    ['no table', { body: '{"code":"NoTable"}' }],
    ['another status', { status: 500, body: '{}' }],
    ['no JSON', { body: '<html>' }],
    ['too few rows', { body: '{"code":"Ok","durations":[[0]],"distances":[[0]]}' }],
    ['null', { body: 'null' }],
  ])('throws a RouterError on %s', async (_, made) => {
    answer = () => made;
    await expect(routerProfile(osrmRouter({ address }), points)).rejects.toThrow(RouterError);
    await expect(routerProfile(valhallaRouter({ address }), points)).rejects.toThrow(RouterError);
  });

  it('throws a RouterError when nobody listens, and a RangeError when a place has no coordinates', async () => {
    const nobody = osrmRouter({ address: 'http://127.0.0.1:9' });
    await expect(routerProfile(nobody, points)).rejects.toThrow(RouterError);
    await expect(routerProfile(osrmRouter({ address }), [{}])).rejects.toThrow(RangeError);
  });
});
