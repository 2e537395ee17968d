import { crc32, inflateRawSync } from 'node:zlib';
import { Unreadable } from '../table.ts';

interface Member {
  packed: Buffer;
  method: number;
  crc: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_MEMBERS = 10_000;

/**
 * The members of a zip by name, unpacked only when they are asked for. What a zip says about sizes is never believed: at most
 * `budget` bytes come out of it, all members together, counted while they are inflated.
 */
export class ZipMembers {
  readonly #members = new Map<string, Member>();
  #left: number;

  constructor(bytes: Buffer, budget: number) {
    this.#left = budget;
    try {
      for (const [name, member] of directoryOf(bytes)) this.#members.set(name, member);
    } catch (error) {
      // A cut file points behind its end.
      if (codeOf(error) === 'ERR_OUT_OF_RANGE') throw new Unreadable('DAMAGED');
      throw error;
    }
  }

  has(name: string): boolean {
    return this.#members.has(name);
  }

  names(): string[] {
    return [...this.#members.keys()];
  }

  /** undefined = there is no such member. */
  read(name: string): Buffer | undefined {
    const member = this.#members.get(name);
    if (!member) return undefined;
    const content = this.#unpack(member);
    if (crc32(content) !== member.crc) throw new Unreadable('DAMAGED');
    this.#left -= content.length;
    return content;
  }

  #unpack({ packed, method }: Member): Buffer {
    if (method === 0) {
      if (packed.length > this.#left) throw new Unreadable('TOO_LARGE');
      return packed;
    }
    if (method !== 8) throw new Unreadable('DAMAGED');
    try {
      return inflateRawSync(packed, { maxOutputLength: Math.max(1, this.#left) });
    } catch (error) {
      throw new Unreadable(codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? 'TOO_LARGE' : 'DAMAGED');
    }
  }
}

const codeOf = (error: unknown): unknown => (error as NodeJS.ErrnoException | undefined)?.code;

function* directoryOf(bytes: Buffer): Generator<[string, Member]> {
  const { count, start } = endOf(bytes);
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new Unreadable('DAMAGED');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const nameEnd = at + 46 + (nameLength ?? 0);
    const name = bytes.toString('utf8', at + 46, nameEnd);
    const extra = bytes.subarray(nameEnd, nameEnd + (extraLength ?? 0));
    const [packedSize, offset] = placeOf(bytes, at, extra);
    if (bytes.readUInt32LE(offset) !== LOCAL) throw new Unreadable('DAMAGED');
    const content = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    if (content + packedSize > bytes.length) throw new Unreadable('DAMAGED');
    yield [
      name,
      {
        packed: bytes.subarray(content, content + packedSize),
        method: bytes.readUInt16LE(at + 10),
        crc: bytes.readUInt32LE(at + 16),
      },
    ];
    at = nameEnd + (extraLength ?? 0) + (commentLength ?? 0);
  }
}

/** The directory's own size and place, also of the 64-bit form that some programs always write. */
function endOf(bytes: Buffer): { count: number; start: number } {
  const lowest = Math.max(0, bytes.length - 65_557);
  for (let at = bytes.length - 22; at >= lowest; at -= 1) {
    if (bytes.readUInt32LE(at) !== END) continue;
    const [count, start] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 16)];
    const is64 = (count === 0xffff || start === 0xffffffff) && at >= 20;
    const wide = is64 ? Number(bytes.readBigUInt64LE(at - 12)) : 0;
    const found =
      is64 && bytes.readUInt32LE(wide) === END_64
        ? { count: Number(bytes.readBigUInt64LE(wide + 32)), start: Number(bytes.readBigUInt64LE(wide + 48)) }
        : { count, start };
    if (found.count > MOST_MEMBERS) throw new Unreadable('TOO_LARGE');
    return found;
  }
  throw new Unreadable('DAMAGED');
}

/** Packed size and place of a member; fields of the 64-bit form stand in the extra field, in their order, where they are full. */
function placeOf(bytes: Buffer, at: number, extra: Buffer): [number, number] {
  const plain = [24, 20, 42].map((offset) => bytes.readUInt32LE(at + offset));
  const wide = wideNumbers(extra);
  const [, packed, offset] = plain.map((value) => (value === 0xffffffff ? Number(wide.shift() ?? 0) : value));
  return [packed ?? 0, offset ?? 0];
}

function wideNumbers(extra: Buffer): bigint[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2));
    const numbers: bigint[] = [];
    for (let from = at + 4; from + 8 <= end; from += 8) numbers.push(extra.readBigUInt64LE(from));
    return numbers;
  }
  return [];
}
