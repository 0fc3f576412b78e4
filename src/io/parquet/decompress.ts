import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { decompress as decompressZstd } from 'fzstd';
import type { Compressors } from 'hyparquet';
import { decompressLz4, decompressLz4Raw } from 'hyparquet-compressors';

/** What hyparquet does not unpack itself; of the codecs of Parquet only LZO is missing, which nothing writes any more. */
export const DECOMPRESSORS: Compressors = {
  GZIP: (bytes) => gunzipSync(bytes),
  BROTLI: (bytes) => brotliDecompressSync(bytes),
  ZSTD: (bytes, length) => decompressZstd(bytes, new Uint8Array(length)),
  LZ4: (bytes, length) => decompressLz4(bytes, length),
  LZ4_RAW: (bytes, length) => decompressLz4Raw(bytes, length),
};

/** Codecs that are read. */
export const CODECS: ReadonlySet<string> = new Set(['UNCOMPRESSED', 'SNAPPY', ...Object.keys(DECOMPRESSORS)]);
